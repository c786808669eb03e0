import { assureBuilt } from '../measure/built-application.ts';
import { recordKeyFrames, type KeyFrame } from '../browser/key-frames.ts';
import { launchChromium } from '../browser/launch-chromium.ts';
import { openPlainEditor } from '../browser/plain-editor.ts';
import { openWindow, serve, whenEditable } from '../browser/strategy-window.ts';
import { putCaret, typeText } from '../browser/type-text.ts';
import { firstParagraph, writeLargeStrategy } from '../large-strategy.ts';
import { information, ratioWithin, type Benchmark, type Measurement } from '../measure/benchmark.ts';
import { interleave } from '../measure/interleave.ts';
import { progress } from '../measure/progress.ts';
import { median, percentile } from '../measure/statistics.ts';
import { createRandom } from '../random.ts';
import { LARGE } from '../sizes.ts';

/** Many short rounds, so that what else the machine does at the time falls on both alike. */
const ROUNDS = 20;
const KEYS = 50;
const MOST_TIMES = 1.5;
const LETTERS = 'measures are reviewed each year with those whom they concern ';

/** What a key costs in a large strategy with the panel open, against an editor with nothing around it. */
export const typing: Benchmark = {
  name: 'typing',
  about: 'main-thread time per key in 100,000 words, against a bare editor',
  async run(workplace) {
    await assureBuilt();
    const browser = await launchChromium(workplace);
    const file = workplace.path('large.strategy');
    const section = writeLargeStrategy(file, LARGE).sections[LARGE.large.index]!;
    const served = await serve(workplace, file, workplace.createHome());
    const ours = await openWindow(browser, served, section.id);
    await whenEditable(ours, firstParagraph(section));
    await ours.locator('.coverage-counts').waitFor();
    const plain = await openPlainEditor(workplace, browser, section.nodes);
    await whenEditable(plain, firstParagraph(section));

    const random = createRandom(2027);
    const text = LETTERS.slice(0, KEYS);
    const middle = section.nodes.filter(({ type }) => type === 'paragraph').length >> 1;
    // Every round in another paragraph, the same one in both.
    const round = (page: typeof ours) => async (index: number) => {
      await putCaret(page, middle + 2 * index);
      const frames = await recordKeyFrames(browser, page, () => typeText(page, text, random));
      if (frames.length < KEYS * 0.9) progress(`  Only ${frames.length} of ${KEYS} keys were found with their frames.`);
      return frames;
    };
    // Once each before it counts, so that the code is compiled.
    await round(ours)(-1);
    await round(plain)(-1);
    const frames = await interleave(ROUNDS, { ours: round(ours), plain: round(plain) });
    return report(frames.ours.flat(), frames.plain.flat());
  },
};

function report(ours: readonly KeyFrame[], plain: readonly KeyFrame[]): Measurement[] {
  const compare = (of: (frame: KeyFrame) => number, take: (values: readonly number[]) => number) => {
    const [a, b] = [take(ours.map(of)), take(plain.map(of))];
    return { measured: `${a.toFixed(2)} ms, bare editor ${b.toFixed(2)} ms`, ratio: a / b };
  };
  const p95 = (values: readonly number[]): number => percentile(values, 0.95);
  const middle = compare(({ work }) => work, median);
  const slow = compare(({ work }) => work, p95);
  const elapsed = compare((frame) => frame.elapsed, median);
  const all = compare((frame) => frame.all, median);
  return [
    ratioWithin('typing: median', `${middle.measured}, ${ours.length} keys`, middle.ratio, MOST_TIMES),
    ratioWithin('typing: p95', slow.measured, slow.ratio, MOST_TIMES),
    information('typing: with waiting for the frame', elapsed.measured, `${elapsed.ratio.toFixed(2)} ×`),
    information('typing: all work until the next key', all.measured, `${all.ratio.toFixed(2)} ×`),
  ];
}
