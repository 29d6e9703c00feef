/** The act of making a version the forecast of its workflow and stage. Instants are milliseconds since 1970. */
export interface Commitment {
  id: string;
  workflowId: string;
  stage: string;
  /** The first month that the version speaks of. */
  firstMonth: string;
  committedAt: number;
  withdrawnAt: number | null;
}

/** A calendar month on the workspace's clocks: `endsAt` is the first instant after it. */
export interface MonthSpan {
  month: string;
  startsAt: number;
  endsAt: number;
}

/**
 * Which commitment of each workflow and stage a month is measured against, as known at `now`: the last one made before
 * the month ended and not withdrawn by then. Where there is none, the first one made afterwards and still standing, so
 * that a team which begins to forecast sees how its plan would have met the months before.
 *
 * A version that begins after a month leaves alone a month that had begun when it was committed: planning the next
 * quarter does not take away this one's forecast. A month that had not begun was put off by it.
 */
export function forecastsInForce<C extends Commitment>(
  commitments: readonly C[],
  { month, startsAt, endsAt }: MonthSpan,
  now: number,
): C[] {
  const until = Math.min(endsAt, now + 1);
  return byWorkflowAndStage(commitments).flatMap((ofStage) => {
    const known = ofStage.filter(
      ({ committedAt, firstMonth }) => committedAt <= now && (committedAt < startsAt || firstMonth <= month),
    );
    const inTime = known.filter((commitment) => commitment.committedAt < endsAt && stands(commitment, until));
    if (inTime.length > 0) return inTime.reduce((a, b) => (isLater(a, b) ? a : b));

    const afterwards = known.filter(
      (commitment) => commitment.committedAt >= endsAt && stands(commitment, now + 1),
    );
    return afterwards.length > 0 ? afterwards.reduce((a, b) => (isLater(a, b) ? b : a)) : [];
  });
}

/** The one forecast of each workflow and stage at present: its newest commitment that was not withdrawn. */
export function currentForecasts<C extends Omit<Commitment, "firstMonth">>(commitments: readonly C[]): C[] {
  const standing = commitments.filter((commitment) => commitment.withdrawnAt === null);
  return byWorkflowAndStage(standing).map((ofStage) => ofStage.reduce((a, b) => (isLater(a, b) ? a : b)));
}

function byWorkflowAndStage<C extends { workflowId: string; stage: string }>(
  commitments: readonly C[],
): C[][] {
  const groups = new Map<string, C[]>();
  for (const commitment of commitments) {
    const key = JSON.stringify([commitment.workflowId, commitment.stage]);
    const group = groups.get(key);
    if (group) group.push(commitment);
    else groups.set(key, [commitment]);
  }
  return [...groups.values()];
}

function stands({ withdrawnAt }: { withdrawnAt: number | null }, until: number): boolean {
  return withdrawnAt === null || withdrawnAt >= until;
}

type Moment = Pick<Commitment, "id" | "committedAt">;

/** Of two made in the same millisecond either would do, as long as it is always the same one. */
function isLater(a: Moment, b: Moment): boolean {
  return a.committedAt === b.committedAt ? a.id > b.id : a.committedAt > b.committedAt;
}
