import createModule from 'hunspell-wasm/wasm/hunspell.js';
import { codecOf, encodingOf, type Codec } from './encoding.ts';

/** What of the compiled Hunspell is used here; texts are addresses of bytes that end in zero. */
interface HunspellModule {
  readonly HEAPU8: Uint8Array;
  readonly FS: {
    readonly writeFile: (path: string, content: Uint8Array) => void;
    readonly unlink: (path: string) => void;
  };
  readonly _malloc: (bytes: number) => number;
  readonly _free: (address: number) => void;
  readonly _Hunspell_create: (affixes: number, words: number) => number;
  readonly _Hunspell_destroy: (handle: number) => void;
  readonly _Hunspell_spell: (handle: number, word: number) => number;
  readonly _Hunspell_suggest: (handle: number, list: number, word: number) => number;
  readonly _Hunspell_free_list: (handle: number, list: number, count: number) => void;
  readonly _Hunspell_add: (handle: number, word: number) => number;
}

/** The files of a dictionary, as they are. */
export interface DictionaryBytes {
  readonly affixes: Uint8Array;
  readonly words: Uint8Array;
}

/** Loads Hunspell once; dictionaries are opened in it. @param wasm The compiled program. */
export async function loadHunspell(wasm: Uint8Array): Promise<(dictionary: DictionaryBytes) => Hunspell> {
  const initialise = createModule as (options: { readonly wasmBinary: Uint8Array }) => Promise<HunspellModule>;
  const module = await initialise({ wasmBinary: wasm });
  return (dictionary) => new Hunspell(module, dictionary);
}

/** A dictionary that Hunspell has open. */
export class Hunspell {
  readonly #module: HunspellModule;
  readonly #codec: Codec;
  readonly #handle: number;

  /** @throws Error when Hunspell cannot make anything of the files. */
  constructor(module: HunspellModule, { affixes, words }: DictionaryBytes) {
    this.#module = module;
    const { encoding } = encodingOf(affixes);
    const codec = codecOf(encoding);
    if (!codec) throw new Error(`No such encoding: ${encoding}`);
    this.#codec = codec;
    module.FS.writeFile('/a.aff', affixes);
    module.FS.writeFile('/a.dic', words);
    this.#handle = this.#withBytes(Buffer.from('/a.aff'), (aff) =>
      this.#withBytes(Buffer.from('/a.dic'), (dic) => module._Hunspell_create(aff, dic)),
    );
    module.FS.unlink('/a.aff');
    module.FS.unlink('/a.dic');
    if (this.#handle === 0) throw new Error('Hunspell could not open the dictionary.');
  }

  /** Whether the dictionary has a word, or makes it from one. */
  spell(word: string): boolean {
    return this.#ask(word, false, (address) => this.#module._Hunspell_spell(this.#handle, address) !== 0);
  }

  /** Words of the dictionary that are like this one, the likeliest first. */
  suggest(word: string): string[] {
    return this.#ask(word, [], (address) =>
      this.#withBytes(new Uint8Array(8), (list) => {
        const count = this.#module._Hunspell_suggest(this.#handle, list, address);
        if (count === 0) return [];
        const first = this.#pointerAt(list);
        const found = Array.from({ length: count }, (_, index) => this.#textAt(this.#pointerAt(first + 4 * index)));
        this.#module._Hunspell_free_list(this.#handle, list, count);
        return found;
      }),
    );
  }

  /** Lets the dictionary have a word as long as it is open. */
  add(word: string): void {
    this.#ask(word, undefined, (address) => void this.#module._Hunspell_add(this.#handle, address));
  }

  close(): void {
    this.#module._Hunspell_destroy(this.#handle);
  }

  /** @param impossible The answer for a word that cannot be written in the dictionary's encoding. */
  #ask<T>(word: string, impossible: T, ask: (address: number) => T): T {
    const bytes = this.#codec.encode(word);
    return bytes === null ? impossible : this.#withBytes(bytes, ask);
  }

  /** Lends bytes, and a zero behind them, to Hunspell. */
  #withBytes<T>(bytes: Uint8Array, use: (address: number) => T): T {
    const address = this.#module._malloc(bytes.length + 1);
    try {
      this.#module.HEAPU8.set(bytes, address);
      this.#module.HEAPU8[address + bytes.length] = 0;
      return use(address);
    } finally {
      this.#module._free(address);
    }
  }

  #pointerAt(address: number): number {
    // The memory grows, and is then another one.
    const { buffer } = this.#module.HEAPU8;
    return new DataView(buffer).getUint32(address, true);
  }

  #textAt(address: number): string {
    const memory = this.#module.HEAPU8;
    return this.#codec.decode(memory.slice(address, memory.indexOf(0, address)));
  }
}
