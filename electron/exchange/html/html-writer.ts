import type { MarkJson } from '../../../shared/document/schema.ts';
import type { Target } from '../../../shared/domain/references.ts';
import type { DocxLabels } from '../docx/docx-labels.ts';
import type { ExportedAsset } from '../docx/exported-strategy.ts';
import type { GridCell, TableGrid } from '../docx/table-grid.ts';
import type { TagLine } from '../text/tag-lines.ts';
import type { BlockLook, TextWriter } from '../text/text-writer.ts';

const ELEMENTS: Readonly<Record<string, string>> = {
  bold: 'strong',
  italic: 'em',
  underline: 'u',
  strike: 's',
  subscript: 'sub',
  superscript: 'sup',
};

/** Puts a text down as HTML that is well-formed XML besides. */
export class HtmlWriter implements TextWriter {
  readonly #labels: DocxLabels;

  constructor(labels: DocxLabels) {
    this.#labels = labels;
  }

  text(text: string, marks: readonly MarkJson[]): string {
    return marks.reduce((inner, { type }) => {
      const element = ELEMENTS[type];
      return element === undefined ? inner : `<${element}>${inner}</${element}>`;
    }, escapeHtml(text));
  }

  link(content: string, href: string): string {
    return `<a href="${escapeHtml(href)}" rel="noopener noreferrer">${content}</a>`;
  }

  lineBreak(): string {
    return '<br/>';
  }

  footnote(number: number, id: string | null): string {
    const name = noteName(number, id);
    return `<sup><a role="doc-noteref" id="${name}" href="#${name}-text">${number}</a></sup>`;
  }

  reference(label: string, target: Target | null): string {
    if (!target) return `<em>${escapeHtml(label)}</em>`;
    return `<a href="#${escapeHtml(target.id)}">${escapeHtml(label)}</a>`;
  }

  paragraph(content: string, look: BlockLook): string {
    return `<p${attributes(look)}>${content}</p>`;
  }

  heading(level: number, number: string, content: string, look: BlockLook): string {
    const element = `h${Math.min(level + 1, 6)}`;
    return `<${element}${attributes(look)}><span class="number">${number}</span> ${content}</${element}>`;
  }

  caption(label: string, content: string, look: BlockLook): string {
    return `<p class="caption"${attributes(look)}><strong>${escapeHtml(label)}</strong>${content}</p>`;
  }

  quotation(blocks: readonly string[]): string {
    return `<blockquote>\n${blocks.join('\n')}\n</blockquote>`;
  }

  list(start: number | null, items: readonly (readonly string[])[]): string {
    const element = start === null ? 'ul' : 'ol';
    const begin = start === null || start === 1 ? '' : ` start="${start}"`;
    const written = items.map((blocks) => `<li>${blocks.join('\n')}</li>`);
    return `<${element}${begin}>\n${written.join('\n')}\n</${element}>`;
  }

  table(grid: TableGrid, cell: (node: GridCell) => readonly string[]): string {
    const row = (cells: readonly GridCell[], index: number): string => {
      const written = cells
        .filter(({ merge }) => merge !== 'continue')
        .map((each) => {
          const isHead = each.node?.type === 'tableHeader';
          const element = isHead ? 'th' : 'td';
          const scope = isHead ? ` scope="${index < grid.headerRows ? 'col' : 'row'}"` : '';
          const rows = rowSpan(grid, index, each);
          const spans = `${each.columnSpan > 1 ? ` colspan="${each.columnSpan}"` : ''}${rows > 1 ? ` rowspan="${rows}"` : ''}`;
          return `<${element}${scope}${spans}>${cell(each).join('\n')}</${element}>`;
        });
      return `<tr>${written.join('')}</tr>`;
    };
    const rows = grid.rows.map(row);
    const head = rows.slice(0, grid.headerRows);
    return [
      '<div class="table"><table>',
      ...(head.length > 0 ? [`<thead>${head.join('\n')}</thead>`] : []),
      `<tbody>${rows.slice(grid.headerRows).join('\n')}</tbody>`,
      '</table></div>',
    ].join('\n');
  }

  picture(asset: ExportedAsset | null, description: string, width: number | null): string {
    if (!asset) return `<p>${escapeHtml([this.#labels.missingPicture, description].filter(Boolean).join(' '))}</p>`;
    const data = Buffer.from(asset.bytes).toString('base64');
    const size = width === null ? '' : ` style="inline-size: ${width}%"`;
    return `<p class="picture"><img src="data:${asset.mediaType};base64,${data}" alt="${escapeHtml(description)}" width="${asset.width}" height="${asset.height}"${size}/></p>`;
  }

  tags(lines: readonly TagLine[]): string {
    const items = lines.map(({ text, reason }) => {
      const why = reason === '' ? '' : `<br/>${escapeHtml(reason)}`;
      return `<li>${escapeHtml(text)}${why}</li>`;
    });
    return `<ul class="tags" aria-label="${escapeHtml(this.#labels.tags)}">\n${items.join('\n')}\n</ul>`;
  }

  rule(): string {
    return '<hr/>';
  }

  pageBreak(): string {
    return '<div class="page-break"></div>';
  }

  notes(notes: Parameters<TextWriter['notes']>[0]): string {
    const items = notes.map(({ number, id, content }) => {
      const name = noteName(number, id);
      return `<li value="${number}" id="${name}-text">${content} <a role="doc-backlink" href="#${name}" aria-label="${escapeHtml(this.#labels.backToText)}">↩</a></li>`;
    });
    return `<ol class="notes" role="list">\n${items.join('\n')}\n</ol>`;
  }
}

function noteName(number: number, id: string | null): string {
  return escapeHtml(id ?? `note-${number}`);
}

/** In how many rows a cell stands. */
function rowSpan(grid: TableGrid, row: number, { column, merge }: GridCell): number {
  if (merge !== 'start') return 1;
  let rows = 1;
  while (grid.rows[row + rows]?.some((each) => each.column === column && each.merge === 'continue') === true) rows++;
  return rows;
}

const ALIGNMENTS: Readonly<Record<string, string>> = {
  left: 'left',
  right: 'right',
  center: 'center',
  justify: 'justify',
};

function attributes({ id, dir, align }: BlockLook): string {
  const aligned = align === null ? undefined : ALIGNMENTS[align];
  return [
    id === null ? '' : ` id="${escapeHtml(id)}"`,
    dir === null ? '' : ` dir="${dir}"`,
    aligned === undefined ? '' : ` style="text-align: ${aligned}"`,
  ].join('');
}

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** A text as it may stand in an element or an attribute. Characters that XML does not allow are left out. */
export function escapeHtml(text: string): string {
  return text
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
    .replace(/[&<>"']/g, (character) => ESCAPES[character]!);
}
