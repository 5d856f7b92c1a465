import { Button } from './Button.tsx';
import './header.css';

export interface HeaderProps {
  userName?: string | undefined;
  onLogin?: () => void;
  onLogout?: () => void;
  onSignUp?: () => void;
}

/** The head of a page, which knows whether someone is logged in. */
export function Header({ userName, onLogin, onLogout, onSignUp }: HeaderProps) {
  return (
    <header className="header">
      <svg width="32" height="32" viewBox="0 0 32 32" aria-hidden="true">
        <circle cx="16" cy="16" r="14" fill="#0b5cad" />
        <path d="M9 17l5 5 9-12" fill="none" stroke="white" strokeWidth="3" />
      </svg>
      <h1>Plain Storybook</h1>
      {userName === undefined ? (
        <div>
          <Button size="small" label="Log in" {...(onLogin && { onClick: onLogin })} />
          <Button isPrimary size="small" label="Sign up" {...(onSignUp && { onClick: onSignUp })} />
        </div>
      ) : (
        <div>
          <span>
            Hello, <b>{userName}</b>
          </span>
          <Button size="small" label="Log out" {...(onLogout && { onClick: onLogout })} />
        </div>
      )}
    </header>
  );
}
