/** For a build, which captures in a process of its own: the browser's driver takes long to load. */
import { captureHandshake } from './capture.ts';

process.stdout.write(JSON.stringify(await captureHandshake()));
