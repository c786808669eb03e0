import { Fragment, Slice } from '@tiptap/pm/model';
import { describe, expect, test } from 'vitest';
import { Draft, paragraph } from './draft.test-support.ts';
import { schema } from './schema.ts';

function draft(...texts: string[]): Draft {
  return Draft.of(
    1,
    texts.map((text, index) => paragraph(`b${index + 1}`, text)),
  );
}

describe('S1: a split in the middle or at the end', () => {
  test('leaves id and tags on the left, and copies the tags to the right', () => {
    const d = draft('one two');
    d.tag('b1', 14);
    d.split('b1', 4);
    expect(d.lines()).toEqual(['one  [14]', 'two [14]']);
    expect(d.ids()[0]).toBe('b1');
    expect(d.ids()[1]).not.toBe('b1');
    expect(d.origins()).toEqual([null, 'b1']);
  });

  test('gives an empty right part no tags', () => {
    const d = draft('one');
    d.tag('b1', 14);
    d.split('b1', 3);
    expect(d.lines()).toEqual(['one [14]', '']);
  });
});

describe('S2: a split at the very start', () => {
  test('leaves id and tags with the text', () => {
    const d = draft('one');
    d.tag('b1', 14);
    d.split('b1', 0);
    expect(d.lines()).toEqual(['', 'one [14]']);
    expect(d.ids()[1]).toBe('b1');
    expect(d.ids()[0]).not.toBe('b1');
  });
});

describe('J1: a merge into a block with text', () => {
  test('unites the tags, the stronger answer winning', () => {
    const d = draft('one', 'two');
    d.tag('b1', 14, 'mention');
    d.tag('b2', 14, 'full', 'because');
    d.tag('b2', 20);
    d.joinBackward('b2');
    expect(d.lines()).toEqual(['onetwo [14 20]']);
    expect(d.tags().find(({ principle }) => principle === 14)).toMatchObject({
      block: 'b1',
      strength: 'full',
      reason: 'because',
    });
    expect(d.unplaced()).toEqual([]);
  });

  test('keeps the stronger answer of the block that stays', () => {
    const d = draft('one', 'two');
    d.tag('b1', 14, 'full');
    d.tag('b2', 14, 'partial');
    d.joinBackward('b2');
    expect(d.tags()).toMatchObject([{ block: 'b1', strength: 'full' }]);
  });
});

describe('J2: a merge into an empty block', () => {
  test('lets the id follow the text', () => {
    const d = draft('', 'two');
    d.tag('b1', 3);
    d.tag('b2', 14);
    d.joinBackward('b2');
    expect(d.lines()).toEqual(['two [3 14]']);
    expect(d.ids()).toEqual(['b2']);
  });
});

describe('J3: a selection over several blocks deleted', () => {
  test('unites the ends and leaves the middle unplaced', () => {
    const d = draft('one', 'two', 'three');
    for (const [block, principle] of [
      ['b1', 1],
      ['b2', 2],
      ['b3', 3],
    ] as const)
      d.tag(block, principle);
    const from = d.position('b1') + 2;
    const to = d.position('b3') + 3;
    d.edit((transaction) => transaction.delete(from, to));
    expect(d.lines()).toEqual(['oree [1 3]']);
    expect(d.unplaced()).toMatchObject([{ block: 'b2', principle: 2 }]);
  });

  test('lets the id follow the text when none of the first block is left', () => {
    const d = draft('one', 'two');
    d.tag('b1', 1);
    d.tag('b2', 2);
    d.edit((transaction) => transaction.delete(d.position('b1') + 1, d.position('b2') + 2));
    expect(d.lines()).toEqual(['wo [2]']);
    expect(d.unplaced()).toMatchObject([{ block: 'b1' }]);
  });
});

describe('K1: a conversion', () => {
  test('keeps id and tags even where the editor drops the attributes', () => {
    const d = draft('one', 'two');
    d.tag('b1', 1);
    d.tag('b2', 2);
    d.edit((transaction) =>
      transaction.setBlockType(0, transaction.doc.content.size, schema.nodes.heading, { level: 3 }),
    );
    expect(d.lines()).toEqual(['one [1]', 'two [2]']);
    expect(d.ids()).toEqual(['b1', 'b2']);
  });

  test('keeps id and tags when blocks are wrapped and lifted', () => {
    const d = draft('one', 'two');
    d.tag('b1', 1);
    d.edit((transaction) => {
      const range = transaction.doc.resolve(1).blockRange(transaction.doc.resolve(7))!;
      return transaction.wrap(range, [{ type: schema.nodes.blockquote }]);
    });
    expect(d.lines()).toEqual(['one [1]', 'two']);
    expect(d.ids()).toEqual(['b1', 'b2']);
  });
});

describe('X1: a deletion', () => {
  test('leaves the tags unplaced, and undo places them again', () => {
    const d = draft('one', 'two');
    d.tag('b2', 14);
    d.remove('b2');
    expect(d.lines()).toEqual(['one']);
    expect(d.unplaced()).toMatchObject([{ block: 'b2', principle: 14 }]);
    d.undo();
    expect(d.lines()).toEqual(['one', 'two [14]']);
  });
});

describe('U1: undo', () => {
  test('takes a split back with the tags it copied', () => {
    const d = draft('one two');
    d.tag('b1', 14);
    d.split('b1', 4);
    d.undo();
    expect(d.lines()).toEqual(['one two [14]']);
    expect(d.tags()).toHaveLength(1);
  });

  test('takes a merge back with the tags it moved', () => {
    const d = draft('one', 'two');
    d.tag('b2', 14);
    d.joinBackward('b2');
    d.undo();
    expect(d.lines()).toEqual(['one', 'two [14]']);
    expect(d.ids()).toEqual(['b1', 'b2']);
  });
});

describe('M1: a move within a section', () => {
  test('keeps id and tags when a block is dragged', () => {
    const d = draft('one', 'two', 'three');
    d.tag('b3', 14);
    d.edit((transaction) => {
      const node = d.node('b3');
      const pos = d.position('b3');
      return transaction.delete(pos, pos + node.nodeSize).insert(0, node);
    });
    expect(d.lines()).toEqual(['three [14]', 'one', 'two']);
    expect(d.ids()).toEqual(['b3', 'b1', 'b2']);
  });

  test('a block whose whole text is cut leaves an empty one of another id behind', () => {
    const d = draft('one', 'two');
    d.tag('b1', 14);
    const pos = d.position('b1');
    d.edit((transaction) => transaction.delete(pos + 1, pos + 4).setMeta('uiEvent', 'cut'));
    expect(d.lines()).toEqual(['', 'two']);
    expect(d.ids()[0]).not.toBe('b1');
    expect(d.unplaced()).toMatchObject([{ block: 'b1', principle: 14 }]);
    const pasted = schema.nodes.paragraph.create({ id: 'b1' }, schema.text('one'));
    d.edit((transaction) => transaction.insert(transaction.doc.content.size, pasted));
    expect(d.lines()).toEqual(['', 'two', 'one [14]']);
  });

  test('a block whose text is deleted, not cut, keeps its id for what is written next', () => {
    const d = draft('one');
    d.edit((transaction) => transaction.delete(1, 4));
    expect(d.ids()).toEqual(['b1']);
  });
});

describe('C1: a copy', () => {
  test('gets a new id, its origin and the tags, also when it comes before the original', () => {
    const d = draft('one', 'two');
    d.tag('b2', 14);
    d.edit((transaction) => transaction.insert(0, d.node('b2')));
    expect(d.lines()).toEqual(['two [14]', 'one', 'two [14]']);
    expect(d.ids()[2]).toBe('b2');
    expect(d.origins()).toEqual(['b2', null, null]);
  });

  test('is recognised by the origin that a paste leaves on it', () => {
    const d = draft('one');
    d.tag('b1', 14);
    const pasted = schema.nodes.paragraph.create({ id: null, origin: 'b1' }, schema.text('one'));
    d.edit((transaction) => transaction.insert(transaction.doc.content.size, pasted));
    expect(d.lines()).toEqual(['one [14]', 'one [14]']);
  });
});

describe('N1: a block without an id', () => {
  test('gets one with the first letter', () => {
    const d = Draft.of(1, [{ type: 'paragraph' }]);
    d.edit((transaction) => transaction.insertText('o', 1));
    expect(d.lines()).toEqual(['o']);
    expect(d.ids()[0]).not.toBe('');
  });
});

describe('P1 and N1: text from outside', () => {
  test('gets new ids and no tags', () => {
    const d = draft('one');
    const slice = new Slice(
      Fragment.from([
        schema.nodes.heading.create({ level: 2 }, schema.text('h')),
        schema.nodes.paragraph.create(null, schema.text('p')),
      ]),
      0,
      0,
    );
    d.edit((transaction) => transaction.replace(transaction.doc.content.size, transaction.doc.content.size, slice));
    expect(d.lines()).toEqual(['one', 'h', 'p']);
    expect(new Set(d.ids()).size).toBe(3);
    expect(d.ids()).not.toContain('');
  });
});

test('typing leaves every id alone', () => {
  const d = draft('one', 'two');
  d.type('b2', 3, '!');
  expect(d.lines()).toEqual(['one', 'two!']);
  expect(d.ids()).toEqual(['b1', 'b2']);
});
