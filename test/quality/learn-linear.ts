// Linear models in closed form: ridge regression and, by Newton's method, logistic regression.

/** One example: its features, what they should give, and how much it counts. */
export interface Example {
  readonly features: ArrayLike<number>;
  readonly target: number;
  readonly weight: number;
}

function pivotRow(rows: readonly number[][], column: number): number {
  let pivot = column;
  for (let r = column + 1; r < rows.length; r++) {
    if (Math.abs(rows[r]![column]!) > Math.abs(rows[pivot]![column]!)) pivot = r;
  }
  return pivot;
}

/** Makes `column` zero in every row but `own`. */
function eliminate(rows: readonly number[][], own: readonly number[], column: number): void {
  for (const row of rows) {
    const factor = row === own ? 0 : row[column]! / (own[column]! || 1e-12);
    for (let c = column; factor !== 0 && c < own.length; c++) row[c]! -= factor * own[c]!;
  }
}

/** Gauss-Jordan with pivoting; the matrices here have some thirty rows. */
function solve(matrix: readonly Float64Array[], right: Float64Array): number[] {
  const rows = matrix.map((row, i) => [...row, right[i]!]);
  for (let column = 0; column < rows.length; column++) {
    const pivot = pivotRow(rows, column);
    [rows[column], rows[pivot]] = [rows[pivot]!, rows[column]!];
    eliminate(rows, rows[column]!, column);
  }
  return rows.map((row, i) => row.at(-1)! / (row[i]! || 1e-12));
}

class Normal {
  readonly matrix: Float64Array[];
  readonly right: Float64Array;

  constructor(width: number) {
    this.matrix = Array.from({ length: width }, () => new Float64Array(width));
    this.right = new Float64Array(width);
  }

  add(features: ArrayLike<number>, curvature: number, slope: number): void {
    for (let k = 0; k < this.right.length; k++) {
      const value = features[k]!;
      if (value === 0) continue;
      this.right[k]! += slope * value;
      const row = this.matrix[k]!;
      for (let j = 0; j <= k; j++) row[j]! += curvature * value * features[j]!;
    }
  }

  solve(ridge: number): number[] {
    this.matrix.forEach((row, k) => {
      for (let j = 0; j < k; j++) this.matrix[j]![k] = row[j]!;
      row[k]! += ridge;
    });
    return solve(this.matrix, this.right);
  }
}

export function fitRidge(examples: Iterable<Example>, width: number, ridge: number): number[] {
  const normal = new Normal(width);
  for (const { features, target, weight } of examples) normal.add(features, weight, weight * target);
  return normal.solve(ridge);
}

/** Targets are chances, 0 to 1. */
export function fitLogistic(examples: readonly Example[], width: number, ridge: number): number[] {
  let weights = new Array<number>(width).fill(0);
  for (let round = 0; round < 12; round++) {
    const normal = new Normal(width);
    for (const { features, target, weight } of examples) {
      let sum = 0;
      for (let k = 0; k < width; k++) sum += features[k]! * weights[k]!;
      const chance = 1 / (1 + Math.exp(-sum));
      normal.add(features, weight * chance * (1 - chance), weight * (target - chance));
    }
    weights.forEach((w, k) => {
      normal.right[k]! -= ridge * w;
    });
    const step = normal.solve(ridge);
    weights = weights.map((w, k) => w + step[k]!);
    if (Math.max(...step.map(Math.abs)) < 1e-5) break;
  }
  return weights;
}
