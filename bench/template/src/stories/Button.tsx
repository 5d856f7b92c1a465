import './button.css';

export interface ButtonProps {
  label: string;
  isPrimary?: boolean;
  size?: 'small' | 'medium' | 'large';
  backgroundColor?: string;
  onClick?: () => void;
}

/** Something to press. */
export function Button({
  label,
  isPrimary = false,
  size = 'medium',
  backgroundColor,
  onClick,
}: ButtonProps) {
  return (
    <button
      type="button"
      className={`button button-${size} ${isPrimary ? 'button-primary' : 'button-secondary'}`}
      style={{ backgroundColor }}
      onClick={onClick}
    >
      {label}
    </button>
  );
}
