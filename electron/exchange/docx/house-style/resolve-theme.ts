import type { Document, Element } from '@xmldom/xmldom';
import { descendantsOf, valueOf, W } from './xml.ts';

/** Namespace of DrawingML, in which themes are written. */
const A = 'http://schemas.openxmlformats.org/drawingml/2006/main';

/** Which font attributes a theme attribute stands for, ECMA-376 17.3.2.26. */
const FONTS = [
  ['asciiTheme', 'ascii'],
  ['hAnsiTheme', 'hAnsi'],
  ['eastAsiaTheme', 'eastAsia'],
  ['cstheme', 'cs'],
] as const;

/** Beside a colour of the theme stands the same colour by its value. */
const COLOURS = ['themeColor', 'themeTint', 'themeShade', 'themeFill', 'themeFillTint', 'themeFillShade'];

/** Puts fonts and colours of the theme down by name and value, so that the styles need no theme. */
export function resolveTheme(styles: Element, theme: Document | null): void {
  for (const fonts of descendantsOf(styles, 'rFonts')) {
    for (const [named, literal] of FONTS) {
      const name = valueOf(fonts, named);
      if (name === null) continue;
      fonts.removeAttributeNS(W, named);
      const font = theme && fontOf(theme, name);
      if (font) fonts.setAttributeNS(W, `w:${literal}`, font);
    }
  }
  for (const element of [...styles.getElementsByTagNameNS(W, '*')]) {
    for (const attribute of COLOURS) if (element.hasAttributeNS(W, attribute)) element.removeAttributeNS(W, attribute);
  }
}

/** @param name Such as `minorHAnsi` or `majorBidi`, ECMA-376 17.18.97. */
function fontOf(theme: Document, name: string): string | null {
  const [, scheme, use] = /^(major|minor)(.*)$/.exec(name) ?? [];
  const fonts = theme.getElementsByTagNameNS(A, `${scheme}Font`)[0];
  if (!fonts) return null;
  const element = use === 'Bidi' ? 'cs' : use === 'EastAsia' ? 'ea' : 'latin';
  const typeface = fonts.getElementsByTagNameNS(A, element)[0]?.getAttribute('typeface') ?? '';
  return typeface === '' ? null : typeface;
}
