import { EventEmitter } from 'node:events';

/** What can be prevented. */
export class StandInEvent {
  defaultPrevented = false;
  preventDefault = (): void => {
    this.defaultPrevented = true;
  };

  static with<Params extends object>(params: Params): StandInEvent & Params {
    return Object.assign(new StandInEvent(), params);
  }
}

/** Events and what they bring along, as far as Electron's own declaration of `T` says the same; else never. */
export type Emits<T, M extends Record<string, unknown[]>> = {
  readonly [E in keyof M]: T extends { on(event: E, listener: (...args: M[E]) => void): unknown } ? M[E] : never;
};

/** Fires events as Electron declares them. */
export class Emitter<M extends Record<string, unknown[]>> extends EventEmitter {
  fire<E extends keyof M & string>(event: E, ...args: M[E]): void {
    this.emit(event, ...args);
  }
}
