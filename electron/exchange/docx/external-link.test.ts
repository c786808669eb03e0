import { describe, expect, it } from 'vitest';
import { packageAddress } from './external-link.ts';

describe('the address of a link', () => {
  it.each([
    ['https://example.org', 'https://example.org/'],
    ['HTTP://Example.org/A?b=c#d', 'http://example.org/A?b=c#d'],
    ['https://example.org/a b|c"<d>', 'https://example.org/a%20b%7Cc%22%3Cd%3E'],
    ['https://example.org/100%', 'https://example.org/100%25'],
    ['mailto:office@example.org', 'mailto:office@example.org'],
    ['https://bücher.example/ü', 'https://xn--bcher-kva.example/%C3%BC'],
  ])('is written as a valid URI: %s', (href, address) => {
    expect(packageAddress(href)).toBe(address);
  });

  it.each([
    '',
    '#part',
    'example.org',
    'https://',
    'javascript:alert(1)',
    'file:///etc/hosts',
    `https://example.org/${'a'.repeat(3_000)}`,
  ])('is none: %.40s', (href) => {
    expect(packageAddress(href)).toBeNull();
  });
});
