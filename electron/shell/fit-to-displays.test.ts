import { describe, expect, test } from 'vitest';
import { fitToDisplays } from './fit-to-displays.ts';

const LAPTOP = { x: 0, y: 24, width: 1440, height: 876 };
/** To the left of the laptop, so that it has negative coordinates. */
const MONITOR = { x: -2560, y: -200, width: 2560, height: 1440 };

describe('where a window is opened again', () => {
  test('where it was, on any display', () => {
    const bounds = { x: -2000, y: 100, width: 1200, height: 800 };
    expect(fitToDisplays(bounds, [LAPTOP, MONITOR])).toEqual(bounds);
    expect(fitToDisplays({ ...bounds, x: 100 }, [LAPTOP, MONITOR])).toEqual({ ...bounds, x: 100 });
  });

  test('nowhere, when its display is gone, or its upper edge is out of reach', () => {
    expect(fitToDisplays({ x: -2000, y: 100, width: 1200, height: 800 }, [LAPTOP])).toBeNull();
    expect(fitToDisplays({ x: 1400, y: 100, width: 1200, height: 800 }, [LAPTOP])).toBeNull();
    expect(fitToDisplays({ x: 100, y: -60, width: 1200, height: 800 }, [LAPTOP])).toBeNull();
    expect(fitToDisplays({ x: 100, y: 880, width: 1200, height: 800 }, [LAPTOP])).toBeNull();
    expect(fitToDisplays({ x: 100, y: 100, width: 1200, height: 800 }, [])).toBeNull();
  });

  test('no larger than the display that shows most of it', () => {
    const bounds = { x: 0, y: 24, width: 2000, height: 1300 };
    expect(fitToDisplays(bounds, [LAPTOP])).toEqual({ x: 0, y: 24, width: 1440, height: 876 });
  });
});
