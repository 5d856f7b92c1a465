import { linkToPitfall, numberOf, PITFALLS } from '../../src/pitfalls.ts';
import '../lesson/pattern-list.css';

/** Every pitfall with what brings people to it, each a link to its page. */
export function PitfallList() {
  return (
    <div className="pattern-list lab sb-unstyled">
      <ul>
        {PITFALLS.map((pitfall) => (
          <li key={pitfall.folder}>
            <a href={linkToPitfall(pitfall)} target="_top">
              {pitfall.title}
            </a>
            <p>
              {numberOf(pitfall)}: “{pitfall.symptoms[0]}”
            </p>
          </li>
        ))}
      </ul>
    </div>
  );
}
