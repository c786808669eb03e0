import { extname } from 'node:path';
import { FailureError } from '../../shared/contract/failure.ts';
import type { FrameworkFromFile } from '../../shared/contract/frameworks.ts';
import type { Framework } from '../../shared/domain/framework.ts';
import { findConflict, frameworkFileSchema, frameworkOfFile } from '../../shared/domain/framework-file.ts';
import { decodeDataFile } from './decode-data-file.ts';
import { frameworkTable } from './framework-table.ts';
import { readJsonSource } from './json-source.ts';
import type { LocatedValue } from './located-value.ts';
import { parseLocated } from './parse-located.ts';

/**
 * Reads a framework from a file: JSON as those that ship, or a table as spreadsheets save it.
 * @param shipped Ids that no file may use.
 * @throws FailureError that names the line that is wrong, and what was expected there (SPEC F7).
 */
export function readFramework(file: string, bytes: Uint8Array, shipped: ReadonlySet<string>): FrameworkFromFile {
  switch (extname(file).toLowerCase()) {
    case '.json':
      return { framework: checked(readJsonSource(file, decodeDataFile(file, bytes, 'unicode')), shipped), unused: [] };
    case '.csv': {
      const { unused, ...source } = frameworkTable(file, decodeDataFile(file, bytes, 'windows-1252'));
      return { framework: checked(source, shipped), unused: [...unused] };
    }
    default:
      throw new FailureError('data-file-kind', { file, kinds: '.json, .csv' });
  }
}

function checked(source: LocatedValue, shipped: ReadonlySet<string>): Framework {
  const { file, lineOf } = source;
  const parsed = parseLocated(source, frameworkFileSchema);
  const { id, groups, principles } = parsed;
  if (shipped.has(id)) throw new FailureError('framework-shipped', { file, line: lineOf(['id']), id });
  const conflict = findConflict(parsed);
  if (!conflict) return frameworkOfFile(parsed);
  const { index } = conflict;
  const { number, group = '' } = principles[index]!;
  if (conflict.kind === 'number-twice') {
    const line = lineOf(['principles', index, 'number']);
    const first = lineOf(['principles', conflict.first, 'number']);
    throw new FailureError('data-file-number-twice', { file, line, number, first });
  }
  const choices = groups.map((each) => each.id).join(', ') || '–';
  throw new FailureError('framework-group', {
    file,
    line: lineOf(['principles', index, 'group']),
    number,
    group,
    choices,
  });
}
