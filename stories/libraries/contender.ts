import type { ComponentType } from 'react';
import type { Language, TakesToken } from './languages/language.ts';

/** The application that a library serves: it is told what arrives, and sends. The same for all. */
export interface App {
  /** The connection can be used: the socket is open, and what the library's protocol asks first is done. */
  readonly onOpen: () => void;
  readonly onMessage: (data: unknown) => void;
  /** @param code where the library tells the application one */
  readonly onClose: (code?: number) => void;
  /**
   * Takes the library's way to send. `false`, or an error that is thrown, says that it was not taken;
   * anything else says that it was.
   * @returns the undo
   */
  readonly sendsWith: (send: (text: string) => unknown) => () => void;
}

/** What each adapter is given: the one interface that all libraries are put behind. */
export interface ContenderProps<Options = object> {
  readonly url: string;
  /** Of the library: none of them, or the best that it documents. The same object in each render. */
  readonly options: Options;
  readonly app: App;
  /** Gives a fresh token, in the scenario whose server asks for one. */
  readonly getToken?: (() => string) | undefined;
}

/** An option that is set in the column of the best options, and where the library documents it. */
export interface DocumentedOption {
  /** As it is written in code. */
  readonly code: string;
  readonly why: string;
  readonly link: string;
}

/** The columns of a library. */
export type Setup = 'defaults' | 'best';

export interface Contender<Options = object> {
  /** In addresses and in the results; the name of its file in `contenders`. */
  readonly id: string;
  /** The head of its columns. */
  readonly name: string;
  /** Its name at npm; none for a pattern of the lab. */
  readonly npm?: string;
  readonly home: string;
  readonly Component: ComponentType<ContenderProps<Options>>;
  /** What its server speaks. */
  readonly language: (takesToken: TakesToken) => Language;
  /** Missing where the defaults are the best that is documented. */
  readonly best?: { readonly options: Options; readonly documented: readonly DocumentedOption[] };
  /** Options that the library draws once for each page: many users stand on one page here. */
  readonly drawnByPage?: () => Partial<Options>;
  /** What it does not claim to do, by the scenario's id, and why that is fair. */
  readonly notItsJob: Readonly<Record<string, string>>;
}
