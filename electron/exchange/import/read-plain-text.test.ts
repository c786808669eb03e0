import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { contentOf, outlineOf, read } from './imported.test-support.ts';

const words = fc
  .array(fc.stringMatching(/^[a-z]{2,9}$/), { minLength: 9, maxLength: 25 })
  .map((each) => each.join(' '));
const sentence = words.map((text) => `${text[0]!.toUpperCase()}${text.slice(1)}.`);
const paragraph = fc.array(sentence, { minLength: 1, maxLength: 5 }).map((each) => each.join(' '));

describe('plain text', () => {
  test('has headings where they are plain to see: numbered, underlined, in capitals, named', () => {
    const source = [
      'INTRODUCTION',
      '',
      'Text that is long enough to be a paragraph of its own, and ends as one does.',
      '',
      '1. Purpose',
      '',
      'More text follows here.',
      '',
      '1.1 Scope',
      '',
      'Even more.',
      '',
      'Courts',
      '======',
      '',
      'Chapter II Prevention',
      '',
      'The end.',
    ].join('\n');
    const { sections } = read(source, 'a.txt', { splitLevel: 1 });
    expect(sections.map(({ title }) => title)).toEqual([
      'INTRODUCTION',
      '1. Purpose',
      'Courts',
      'Chapter II Prevention',
    ]);
    expect(outlineOf(sections[1]!.content)).toEqual(['More text follows here.', 'h2 Scope', 'Even more.']);
  });

  test('keeps numbered paragraphs as they are, and makes lists of what counts up', () => {
    const long =
      'The Government reports each year to the Assembly on every measure under this strategy and on what it has cost.';
    const source = [
      `12. ${long}`,
      '',
      `(a) ${long}`,
      '',
      '1. one',
      '2. two',
      '3. three',
      '',
      '- a',
      '- b',
      '',
      '5. five',
      '7. seven',
    ].join('\n');
    expect(contentOf(source, 'a.txt')).toEqual([
      `12. ${long}`,
      `(a) ${long}`,
      'orderedList',
      '  listItem',
      '    one',
      '  listItem',
      '    two',
      '  listItem',
      '    three',
      'bulletList',
      '  listItem',
      '    a',
      '  listItem',
      '    b',
      '5. five',
      '7. seven',
    ]);
  });

  test('broken into lines by its program has its paragraphs joined again', () => {
    const wrapped = Array.from({ length: 6 }, (_, at) => `this is line ${at} of a paragraph that somebody has wrapped`);
    expect(contentOf(`${wrapped.slice(0, 3).join('\n')}\n\n${wrapped.slice(3).join('\n')}`, 'a.txt')).toHaveLength(2);
    expect(contentOf('One line.\nAnother one.\nA third.', 'a.txt')).toEqual(['One line.', 'Another one.', 'A third.']);
  });

  test('ends a list where nothing goes on with it, and an item where its indent ends', () => {
    const after = 'Together these measures give every district what it needs, and Parliament hears of each of them.';
    const source = [
      'What is done:',
      '- Teachers are trained.',
      '- Courts are helped.',
      after,
      '- One more',
      '  of two lines',
    ];
    expect(contentOf(source.join('\n'), 'a.txt')).toEqual([
      'What is done:',
      ...listed('bulletList', 'Teachers are trained.', 'Courts are helped.'),
      after,
      ...listed('bulletList', 'One more of two lines'),
    ]);
  });

  test('has a numbered paragraph before the list that it leads to', () => {
    const source = '5. The scope of it covers:\n- prevention\n- protection\n  and preparedness\n- pursuit\n';
    expect(contentOf(source, 'a.txt')).toEqual([
      '5. The scope of it covers:',
      ...listed('bulletList', 'prevention', 'protection and preparedness', 'pursuit'),
    ]);
  });

  test('goes on with a list over blank lines', () => {
    expect(contentOf('- a\n\n- b\n\n* c', 'a.txt')).toEqual(listed('bulletList', 'a', 'b', 'c'));
  });

  const NO_HEADINGS = [
    '12 March 2025',
    '9 June 2025',
    '12. März 2025',
    'MONDAY, 9 JUNE 2025',
    '12 AND 13 MARCH 2025',
    '12 Harbour Street',
    '24 people were injured in 2023',
    '7 ministries took part',
    '2. people who took part',
    'Chapter 3 of the 2018 strategy',
    'Section 4 applies to all ministries',
    'Title V funding',
    'section A',
    'CTED',
    'A/RES/77/298',
    '59.3 F',
  ];
  test.each(NO_HEADINGS)('has no heading in “%s”', (line) => {
    const { sections } = read(`Before it.\n\n${line}\n\nAfter it.`, 'a.txt', { splitLevel: 1 });
    expect(sections.map(({ title, content }) => [title, ...outlineOf(content)])).toEqual([
      ['a', 'Before it.', line, 'After it.'],
    ]);
  });

  const HEADINGS = [
    ['1. INTRODUCTION', 1],
    ['1. “Prevent”', 1],
    ['Chapter 3', 1],
    ['Chapter 3: Prevention', 1],
    ['Chapter 3. Prevention', 1],
    ['CHAPTER III – PREVENTION', 1],
    ['Annex A', 1],
    ['II. THREATS', 1],
    ['2.1 Threat assessment', 2],
    ['2.1.3. Regions', 3],
  ] as const;
  test.each(HEADINGS)('has a heading in “%s”', (line, depth) => {
    const { sections } = read(`Before it.\n\n${line}\n\nAfter it.`, 'a.txt', { isOneSection: true });
    expect(outlineOf(sections[0]!.content)).toEqual(['Before it.', `h2 ${line}`, 'After it.']);
    const { sections: parts } = read(`${line}\n\nAfter it.`, 'a.txt', { splitLevel: 1 });
    expect(parts.map(({ title }) => title)).toEqual([depth === 1 ? line : 'a']);
  });

  test('tells numbered headings from the numbered paragraphs below them', () => {
    const numbered = (number: number): string =>
      `${number}. The Government reports on this to the Assembly every year.`;
    for (const gap of ['\n', '\n\n']) {
      for (const [one, two] of [
        ['1. INTRODUCTION', '2. THREATS'],
        ['1. Purpose', '2. Threats'],
      ] as const) {
        const running = [one, numbered(1), numbered(2), two, numbered(3)].join(gap);
        const each = [one, numbered(1), two, numbered(1)].join(gap);
        const titles = [one, two].map((title) => title.slice(3));
        expect(titlesOf(running)).toEqual(titles);
        if (one === one.toUpperCase()) expect(titlesOf(each)).toEqual(titles);
      }
      expect(titlesOf(['1. Teachers', '2. Courts', '3. Police'].join(gap))).toEqual(['a']);
      expect(titlesOf(['1. TEACHERS', '2. COURTS', '3. POLICE'].join(gap))).toEqual(['a']);
    }
  });

  describe('broken into lines by a program', () => {
    test('has its titles, paragraphs and items back, without a blank line between them', () => {
      const blocks = [
        'The work of the districts',
        'Every district has a council of its own, in which teachers, doctors, officers and the young sit together and decide what is needed.',
        'The council meets each month. It writes down what it has heard and what it asks the ministries to do, and these answer it.',
        'What it may ask for:',
        '- money for schools, for halls and for those who teach in them after work;',
        '- help for families.',
        'None of this takes the place of what the courts do. They go on as they are, and are given more judges where these are needed.',
        '2.1 Money',
        'The money for it is part of the budget of the ministry of education, and what is not spent in a year is there in the next.',
      ];
      for (const width of [48, 60, 72, 90]) {
        const source = blocks.map((block) => wrap(block, width)).join('\n');
        const { sections } = read(source, 'a.txt', { isOneSection: true });
        expect(outlineOf(sections[0]!.content), `at ${width}`).toEqual([
          ...blocks.slice(0, 4),
          ...listed('bulletList', ...blocks.slice(4, 6).map((item) => item.slice(2))),
          blocks[6],
          `h2 ${blocks[7]}`,
          blocks[8],
        ]);
      }
    });

    test('is seen even where it is short and stands indented', () => {
      const source =
        '    The council meets each\n    month and writes down what\n    it has heard from those\n    who live there.\n';
      expect(contentOf(source, 'a.txt')).toEqual([
        'The council meets each month and writes down what it has heard from those who live there.',
      ]);
      const indented =
        '   The council meets each month, and those\nwho are in it decide together on the money\nthat there is for the year.\n   The ministries answer what it has asked\nthem, each for itself and in good time.';
      expect(contentOf(indented, 'a.txt')).toHaveLength(2);
    });

    test('is not seen in lines that somebody has ended where something ends', () => {
      const lines = [
        'Every district has a council of its own, with teachers in it.',
        'The council meets each month, and on other days if it must.',
        'Ministries answer what a council has asked of them in time.',
        'Courts go on with what they do, with more judges than before.',
      ];
      expect(contentOf(lines.join('\n'), 'a.txt')).toEqual(lines);
      const address = [
        'Ministry of the Interior and of Local Government',
        'Department of Local Affairs',
        '12 Harbour Street',
      ];
      expect(contentOf(address.join('\n'), 'a.txt')).toEqual(address);
    });

    test('is one paragraph wherever its sentences end, with blank lines between paragraphs', () => {
      fc.assert(
        fc.property(
          fc.array(paragraph, { minLength: 1, maxLength: 8 }),
          fc.integer({ min: 45, max: 100 }),
          (paragraphs, width) => {
            const source = paragraphs.map((each) => wrap(each, width)).join('\n\n');
            // Lines that all end where a sentence ends may be as somebody wanted them.
            const breaks = source.match(/\S\n\S/g) ?? [];
            const withinSentences = breaks.filter((each) => /^[^.!?]\n\p{Ll}/u.test(each));
            fc.pre(breaks.length === 0 || withinSentences.length * 2 > breaks.length);
            expect(contentOf(source, 'a.txt')).toEqual(paragraphs);
          },
        ),
      );
    });
  });

  test('whatever it is, its words are all there, in their order, and no others', () => {
    const line = fc.tuple(
      fc.constantFrom('', '', '', '  ', '\t', '- ', '  • ', '– ', '1. ', '2. ', '3) ', '2.1 '),
      fc.oneof(
        paragraph,
        words,
        words.map((text) => text.toUpperCase()),
        fc.constantFrom('', '', '---', '====', 'Chapter 3'),
      ),
    );
    const marks = /^[-•–=\d.)]+$/;
    fc.assert(
      fc.property(fc.array(line, { maxLength: 25 }), fc.integer({ min: 30, max: 130 }), (lines, width) => {
        const source = `Begin\n${lines.map(([mark, text]) => wrap(mark + text, width)).join('\n')}`;
        const { sections } = read(source, 'a.txt', { isOneSection: true });
        const kept = outlineOf(sections[0]!.content).map((each) =>
          each.replace(/^ *(?:h\d |(?:listItem|bulletList|orderedList).*)/, ''),
        );
        const isWord = (word: string): boolean => word !== '' && !marks.test(word);
        expect(kept.join(' ').split(/\s+/).filter(isWord)).toEqual(source.split(/\s+/).filter(isWord));
      }),
      { numRuns: 300 },
    );
  });
});

/** The lines of a list as `contentOf` has them. */
function listed(type: string, ...items: readonly string[]): string[] {
  return [type, ...items.flatMap((item) => ['  listItem', `    ${item}`])];
}

function titlesOf(source: string): string[] {
  return read(source, 'a.txt', { splitLevel: 1 }).sections.map(({ title }) => title);
}

/** Breaks a line as programs do: before the word that has no room. */
function wrap(text: string, width: number): string {
  const lines = [''];
  for (const word of text.split(' ')) {
    const last = lines.at(-1)!;
    if (last.trim() !== '' && last.length + word.length >= width) lines.push(word);
    else lines[lines.length - 1] = last === '' ? word : `${last} ${word}`;
  }
  return lines.join('\n');
}
