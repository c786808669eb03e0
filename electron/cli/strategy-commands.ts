import { extname, resolve } from 'node:path';
import { STRENGTHS } from '../../shared/document/tags.ts';
import { coverageToCsv } from '../../shared/domain/coverage-report.ts';
import { DEFAULT_FRAMEWORK, TEMPLATE_IDS } from '../../shared/domain/framework.ts';
import { parseInput } from '../loopback/call.ts';
import { EXPORT_INCLUDES } from '../../shared/contract/exports.ts';
import { applicationMethods } from '../../shared/contract/methods.ts';
import { asFailure, isStrategyFile } from '../storage/open-database.ts';
import { writeWhole } from '../storage/write-whole.ts';
import {
  choice,
  optionalText,
  requiredText,
  UsageError,
  wholeNumber,
  type Command,
  type CommandContext,
} from './command.ts';
import { accessStrategy } from './strategy-access.ts';
import { word } from './wording.ts';
import { FailureError } from '../../shared/contract/failure.ts';
import { userInfo } from 'node:os';
import { setFlagsFromString } from 'node:v8';

const text = { type: 'string' } as const;
const flag = { type: 'boolean' } as const;

const framework = (context: CommandContext): string => optionalText(context, 'framework') ?? DEFAULT_FRAMEWORK;

/** Who signs what a command writes: as told, else the person of this device, else its account. */
function signer(context: CommandContext): string {
  return optionalText(context, 'as') ?? context.application.profile.person?.name ?? userInfo().username;
}

const strategyOf = (context: CommandContext) => accessStrategy(context.application, context.positionals[0]!);

const newCommand: Command = {
  name: 'new',
  usage: 'new FILE.strategy --template national|regional|action-plan [--title T] [--locale L] [--as NAME]',
  options: { template: text, title: text, locale: text, as: text },
  positionals: [1, 1],
  async run(context) {
    if (extname(context.positionals[0]!).toLowerCase() !== '.strategy') throw new UsageError('strategy-ending');
    const id = choice(context, 'template', TEMPLATE_IDS);
    const template = context.application.templates.find((candidate) => candidate.id === id)!;
    const strategy = parseInput(applicationMethods.create, {
      template: id,
      title: optionalText(context, 'title') ?? template.title,
      locale: optionalText(context, 'locale'),
    });
    const { handlers } = context.application.create(context.positionals[0]!, strategy, signer(context));
    const info = await handlers.info({});
    return { json: info, lines: [word('cli.created', { title: info.title, sections: info.sections.length })] };
  },
};

const infoCommand: Command = {
  name: 'info',
  usage: 'info FILE',
  options: {},
  positionals: [1, 1],
  async run(context) {
    const info = await (await strategyOf(context)).info({});
    return {
      json: info,
      lines: [
        word('cli.info', { title: info.title, template: info.template, words: info.words }),
        ...info.sections.map((section, index) =>
          word('cli.infoSection', {
            number: index + 1,
            id: section.id,
            title: section.title,
            words: section.words,
            status: word(`status.${section.status}`),
            owner: section.owner || word('outline.noOwner'),
          }),
        ),
      ],
    };
  },
};

const blocksCommand: Command = {
  name: 'blocks',
  usage: 'blocks FILE [--section ID]',
  options: { section: text },
  positionals: [1, 1],
  async run(context) {
    const section = optionalText(context, 'section');
    const blocks = await (await strategyOf(context)).blocks(section === undefined ? {} : { section });
    return {
      json: blocks,
      lines: blocks.map(({ id, kind, text: content, tags }) =>
        [id, kind, tags.map(({ principle }) => principle).join(' '), content.replaceAll('\n', ' ')].join('\t'),
      ),
    };
  },
};

const tagCommand: Command = {
  name: 'tag',
  usage:
    'tag FILE --block ID --principle N [--strength full|partial|mention] [--reason T] [--framework ID] [--as NAME]',
  options: { block: text, principle: text, strength: text, reason: text, framework: text, as: text },
  positionals: [1, 1],
  async run(context) {
    const tag = await (
      await strategyOf(context)
    ).tag({
      block: requiredText(context, 'block'),
      framework: framework(context),
      principle: wholeNumber(context, 'principle'),
      strength: choice(context, 'strength', STRENGTHS, 'full'),
      reason: optionalText(context, 'reason') ?? '',
      as: signer(context),
    });
    return {
      json: tag,
      lines: [word('cli.tagged', { principle: tag.principle, strength: word(`strength.${tag.strength}`) })],
    };
  },
};

const untagCommand: Command = {
  name: 'untag',
  usage: 'untag FILE --block ID --principle N [--framework ID] [--as NAME]',
  options: { block: text, principle: text, framework: text, as: text },
  positionals: [1, 1],
  async run(context) {
    const principle = wholeNumber(context, 'principle');
    const json = await (
      await strategyOf(context)
    ).untag({ block: requiredText(context, 'block'), framework: framework(context), principle, as: signer(context) });
    return { json, lines: [word('cli.untagged', { principle })] };
  },
};

const setAsideCommand: Command = {
  name: 'set-aside',
  usage: 'set-aside FILE --principle N (--reason T | --withdraw) [--framework ID] [--as NAME]',
  options: { principle: text, reason: text, withdraw: flag, framework: text, as: text },
  positionals: [1, 1],
  async run(context) {
    const ref = { framework: framework(context), principle: wholeNumber(context, 'principle') };
    if (context.values['withdraw'] === true) {
      if (optionalText(context, 'reason') !== undefined)
        throw new UsageError('wrong', { usage: setAsideCommand.usage });
      const json = await (await strategyOf(context)).withdrawSetAside({ ...ref, as: signer(context) });
      return { json, lines: [word('cli.withdrawn', { principle: ref.principle })] };
    }
    const reason = requiredText(context, 'reason');
    if (reason.trim() === '') throw new FailureError('decision-reason');
    const decision = await (await strategyOf(context)).setAside({ ...ref, reason, as: signer(context) });
    return { json: decision, lines: [word('cli.setAside', { principle: ref.principle })] };
  },
};

/** A table never takes the place of a strategy, be it this one or another. */
function assertNoStrategy(file: string): void {
  if (isStrategyFile(file)) throw new FailureError('file-exists', { file });
}

const coverageCommand: Command = {
  name: 'coverage',
  usage: 'coverage FILE [--csv OUT] [--framework ID]',
  options: { csv: text, framework: text },
  positionals: [1, 1],
  async run(context) {
    const csv = optionalText(context, 'csv');
    if (csv !== undefined) assertNoStrategy(csv);
    const report = await (await strategyOf(context)).coverage({ framework: framework(context) });
    if (csv !== undefined) {
      try {
        writeWhole(csv, Buffer.from(`\uFEFF${coverageToCsv(report)}`));
      } catch (error) {
        throw asFailure(error, csv);
      }
    }
    const lines = report.principles
      .filter(({ inScope, state, mentions }) => inScope || state !== 'none' || mentions.length > 0)
      .map(({ number, title, state, paragraphs }) =>
        word('cli.coverageLine', { number, title, state: word(`state.${state}`), count: paragraphs.length }),
      );
    const written = csv === undefined ? [] : [word('cli.wrote', { file: csv })];
    return { json: report, lines: [...lines, word('coverage.nonBinding'), ...written] };
  },
};

const importCommand: Command = {
  name: 'import',
  usage: 'import SOURCE --into FILE [--section ID] [--split-level 1] [--as NAME]',
  options: { into: text, section: text, 'split-level': text, as: text },
  positionals: [1, 1],
  async run(context) {
    const strategy = await accessStrategy(context.application, requiredText(context, 'into'));
    const section = optionalText(context, 'section');
    const result = await strategy.importText({
      file: resolve(context.positionals[0]!),
      ...(section === undefined ? {} : { section }),
      splitLevel: Number(choice(context, 'split-level', ['1', '2', '3'], '1')) as 1 | 2 | 3,
      as: signer(context),
    });
    return {
      json: result,
      lines: [
        word('cli.imported', {
          sections: word('newStrategy.sections', { count: result.sections.length }),
          paragraphs: word('coverage.paragraphs', { count: result.blocks }),
        }),
        ...result.dropped.map(({ what, count }) => word(`importDrop.${what}`, { count })),
      ],
    };
  },
};

const exportCommand: Command = {
  name: 'export',
  usage: 'export FILE OUT.docx|.html|.md|.json [--include coverage,tags] [--style HOUSE.dotx]',
  options: { edition: text, include: text, style: text },
  positionals: [2, 2],
  async run(context) {
    if (choice(context, 'edition', ['full', 'public'], 'full') === 'public') {
      throw new FailureError('not-yet', { what: '--edition public' });
    }
    const include = optionalText(context, 'include')
      ?.split(',')
      .filter((part) => part !== '')
      .map((part) => {
        const known = EXPORT_INCLUDES.find((candidate) => candidate === part);
        if (!known) throw new UsageError('bad-choice', { option: '--include', choices: EXPORT_INCLUDES.join(', ') });
        return known;
      });
    const file = resolve(context.positionals[1]!);
    const style = optionalText(context, 'style');
    // Nothing is promised that the other formats do not keep.
    if (style !== undefined && !/\.docx$/i.test(file)) {
      throw new UsageError('only-docx', { option: '--style' });
    }
    // Nearly all that an export makes is soon garbage. With little room for what is young it takes a
    // hundred megabytes less and no longer.
    setFlagsFromString('--semi-space-growth-factor=1');
    const result = await (
      await strategyOf(context)
    ).exportTo({
      file,
      ...(include ? { include } : {}),
      ...(style === undefined ? {} : { style: resolve(style) }),
    });
    const warnings = result.warnings.map(({ what, count }) => word(`exportWarning.${what}`, { count }));
    return {
      json: { ...result, warnings },
      lines: [word('cli.exported', { file: result.file, bytes: result.bytes }), ...warnings],
    };
  },
};

const checkCommand: Command = {
  name: 'check',
  usage: 'check FILE',
  options: {},
  positionals: [1, 1],
  async run(context) {
    const { ok, problems } = await (await strategyOf(context)).check({});
    const sentences = problems.map(({ type, values }) => word(`problem.${type}`, values));
    return {
      json: { ok, problems: sentences },
      lines: ok ? [word('cli.checkOk')] : sentences,
      exitCode: ok ? 0 : 1,
    };
  },
};

/** Commands on one strategy, each of which ends by itself. */
export const strategyCommands: readonly Command[] = [
  newCommand,
  infoCommand,
  blocksCommand,
  tagCommand,
  untagCommand,
  setAsideCommand,
  coverageCommand,
  importCommand,
  exportCommand,
  checkCommand,
];
