import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { cssString } from '../../../shared/domain/css-string.ts';

/**
 * What stands at the head and foot of printed pages: the strategy's title, how confidential it is, and which page
 * of how many; on the title page only how confidential it is. Tables that want it lie on pages on their side.
 */
export function usePrintedPages(title: string, classification: string): void {
  const { t } = useTranslation();
  useEffect(() => {
    const sheet = new CSSStyleSheet();
    const [running, marking] = classification === '' ? ['center', 'right'] : ['left', 'center'];
    const [before = '', between = '', after = ''] = t('docx.pageOf', { page: '\n', pages: '\n' }).split('\n');
    sheet.replaceSync(`@page {
      size: A4;
      margin: 25mm 22mm;
      @top-${running} { content: ${cssString(title)}; font: 9pt sans-serif; color: #5a6275; }
      @top-${marking} { content: ${cssString(classification)}; font: bold 10pt sans-serif; color: #1f2a44; }
      @bottom-center { content: ${cssString(classification)}; font: bold 10pt sans-serif; color: #1f2a44; }
      @bottom-right {
        content: ${cssString(before)} counter(page) ${cssString(between)} counter(pages) ${cssString(after)};
        font: 9pt sans-serif;
        color: #5a6275;
      }
    }
    @page :first {
      @top-${running} { content: none; }
      @bottom-right { content: none; }
    }
    @page wide-table { size: A4 landscape; }`);
    document.adoptedStyleSheets.push(sheet);
    return () => {
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((each) => each !== sheet);
    };
  }, [t, title, classification]);
}
