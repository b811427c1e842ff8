// Karst hills as wax-resist lines: the drawing of welcome and out of service, and nowhere else. Drawn from a few hills,
// so that it fits any shape of screen.

interface Hill {
  /** Middle of its foot, half its width, its height, in the drawing's units. */
  x: number;
  half: number;
  height: number;
  lines: number;
  /** Which of its lines, from the outside, is of dots. */
  dots: number;
}

const WIDTH = 1080;
const HEIGHT = 1240;
const GROUND = 1052;

const FAR: Hill[] = [
  { x: 60, half: 190, height: 500, lines: 3, dots: -1 },
  { x: 380, half: 150, height: 560, lines: 1, dots: -1 },
  { x: 650, half: 190, height: 470, lines: 1, dots: -1 },
  { x: 800, half: 200, height: 440, lines: 3, dots: -1 },
  { x: 1060, half: 170, height: 500, lines: 3, dots: -1 },
];
const NEAR: Hill[] = [
  { x: 120, half: 200, height: 270, lines: 6, dots: 2 },
  { x: 490, half: 270, height: 450, lines: 6, dots: 2 },
  { x: 1010, half: 290, height: 320, lines: 6, dots: 2 },
];

/** One line of a hill: steep sides and a round top; `inset` 0 is its outline. */
function contour({ x, half, height, lines }: Hill, inset: number): string {
  const scale = 1 - inset / (lines + 1.6);
  const [w, h] = [half * scale, height * scale ** 1.25];
  const top = GROUND - h;
  const [foot, side, crown] = [w * 0.72, GROUND - h * 0.3, w * 0.62];
  return [
    `M${x - w} ${GROUND}`,
    `C${x - foot} ${side} ${x - crown} ${top} ${x} ${top}`,
    `C${x + crown} ${top} ${x + foot} ${side} ${x + w} ${GROUND}`,
  ].join('');
}

function HillLines({ hill, className }: { hill: Hill; className: string }) {
  return (
    <g className={className}>
      {Array.from({ length: hill.lines }, (_, line) => (
        <path
          key={line}
          d={contour(hill, line)}
          className={line === hill.dots ? 'ridge__dots' : line === 0 ? 'ridge__outline' : 'ridge__line'}
        />
      ))}
    </g>
  );
}

/** Even swells from edge to edge. */
function wave(y: number): string {
  return `M-60 ${y}q50 -18 100 0${'t100 0'.repeat(11)}`;
}

/** A spiral of the batik: the sun, in wax. */
function spiral(cx: number, cy: number): string {
  const points = Array.from({ length: 90 }, (_, step) => {
    const [angle, radius] = [step * 0.22, 6 + step * 1.02];
    return `${(cx + radius * Math.cos(angle)).toFixed(1)} ${(cy + radius * Math.sin(angle)).toFixed(1)}`;
  });
  return `M${points.join('L')}`;
}

export function Ridge() {
  return (
    <svg
      className="ridge"
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      preserveAspectRatio="xMidYMax slice"
      aria-hidden="true"
    >
      <g className="ridge__sun">
        <path d={spiral(838, 430)} />
        <circle cx="838" cy="430" r="112" className="ridge__dots" />
      </g>
      {FAR.map((hill) => (
        <HillLines key={hill.x} hill={hill} className="ridge__far" />
      ))}
      {NEAR.map((hill) => (
        <HillLines key={hill.x} hill={hill} className="ridge__near" />
      ))}
      <rect x="-60" y={GROUND} width={WIDTH + 120} height={HEIGHT - GROUND} className="ridge__river" />
      <path d={`M-60 ${GROUND}H${WIDTH + 60}`} className="ridge__outline" />
      <path d={wave(GROUND + 50)} className="ridge__line" />
      <path d={wave(GROUND + 84)} className="ridge__dots" />
      <path d={wave(GROUND + 118)} className="ridge__line" />
      <path d={wave(GROUND + 152)} className="ridge__line" />
    </svg>
  );
}
