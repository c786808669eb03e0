import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { ROOT } from './root.mjs';

/** How often to see whether npm is still there, in milliseconds. */
const PARENT_INTERVAL = 500;

/**
 * @typedef {object} Ended
 * @property {number} code The exit code; of a process that a signal ended, 128 and the signal's number.
 * @property {boolean} asked Whether this process was asked to stop meanwhile, with `forward`.
 */

/**
 * Runs a program to its end, in the project's folder. A program that cannot be started ends with 127.
 *
 * @param {string} command
 * @param {readonly string[]} args
 * @param {import('node:child_process').SpawnOptions & { forward?: boolean }} [options]
 *   `forward` passes on the signals that ask this process to stop, once each.
 * @returns {Promise<Ended>}
 */
export function run(command, args, { forward = false, timeout = 0, ...options } = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd: ROOT, stdio: 'inherit', ...options });
    const timer = timeout > 0 ? setTimeout(() => child.kill(), timeout) : undefined;
    const stopForwarding = forward ? forwardSignals(child) : () => false;
    /** @param {number} code */
    const end = (code) => {
      clearTimeout(timer);
      resolve({ code, asked: stopForwarding() });
    };
    child.on('error', () => end(127));
    child.on('exit', (code, signal) => end(code ?? 128 + (signal ? constants.signals[signal] : 0)));
  });
}

/**
 * A terminal sends Ctrl+C to the whole group, so that the child has had its SIGINT when we get ours;
 * it is passed on as SIGTERM, which asks for the same and is not a second Ctrl+C.
 *
 * @param {import('node:child_process').ChildProcess} child
 * @returns {() => boolean} Stops doing so, and says whether there was one.
 */
function forwardSignals(child) {
  let asked = false;
  const pass = () => {
    // On Windows the console reaches the child by itself, and a signal from here would end it unsaved.
    if (!asked && process.platform !== 'win32') child.kill('SIGTERM');
    asked = true;
  };
  const signals = /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']);
  for (const signal of signals) process.on(signal, pass);
  // npm hands a signal to its shell, which dies of it without a word to us.
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.env['npm_lifecycle_event'] && process.ppid !== parent) pass();
  }, PARENT_INTERVAL);
  return () => {
    clearInterval(watch);
    for (const signal of signals) process.off(signal, pass);
    return asked;
  };
}
