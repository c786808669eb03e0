import { useMemo } from 'react';
import { encode } from 'uqr';

/** Modules left free around a code, as readers need it. ISO/IEC 18004, 9.1. */
const QUIET_ZONE = 4;

/** A text as a QR code. Dark on white in every theme: not every reader takes it the other way round. */
export function QrCode({ text, label }: { readonly text: string; readonly label: string }): React.ReactNode {
  const { size, path } = useMemo(() => drawCode(text), [text]);
  return (
    <svg className="qr-code" role="img" aria-label={label} viewBox={`0 0 ${size} ${size}`} shapeRendering="crispEdges">
      <rect width={size} height={size} fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  );
}

/** A square for every dark module. */
function drawCode(text: string): { readonly size: number; readonly path: string } {
  const { data, size } = encode(text, { ecc: 'L', border: QUIET_ZONE });
  const squares = data.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : [])));
  return { size, path: squares.join('') };
}
