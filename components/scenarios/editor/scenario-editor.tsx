"use client";

import { useQuery } from "@tanstack/react-query";
import { Eye, FilePen, RefreshCw } from "lucide-react";
import dynamic from "next/dynamic";
import { parseAsInteger, useQueryState } from "nuqs";
import { useCallback, useDeferredValue, useMemo, useState } from "react";
import { formatInstant } from "@/components/layout/format-instant";
import { usePageTitle } from "@/components/layout/use-page-title";
import { useAllows, useWorkspace } from "@/components/layout/workspace-context";
import { Button } from "@/components/ui/button";
import { notify } from "@/components/ui/toast";
import { scenarioVersionsQuery } from "@/lib/client/scenario-queries";
import type { Scenario, ScenarioVersion } from "@/lib/contracts/scenarios";
import { formatUsdEstimate } from "@/lib/money";
import { buildPriceBook, type RateCard } from "@/lib/pricing";
import { projectScenario } from "@/lib/scenarios";
import { describeCriteria } from "./describe-criteria";
import { draftOf, isSame } from "./draft";
import { DriversCard } from "./drivers-card";
import { EditorHeader } from "./editor-header";
import { EditorNotice } from "./editor-notice";
import { ExplainCard } from "./explain-card";
import { explainFigures } from "./explain-figures";
import { FiguresStrip, PhoneTotal } from "./figures-strip";
import { prepareFigures } from "./prepare-figures";
import { prepareOutcome } from "./prepare-outcome";
import { referenceOfSaved, referenceOfVersion } from "./prepare-reference";
import { ProjectionChart } from "./projection-chart";
import { PurposeCard } from "./purpose-card";
import { useDraft } from "./use-draft";
import { useEditorShortcuts } from "./use-editor-shortcuts";
import { useKeptDraft } from "./use-kept-draft";
import { useScenarioActions } from "./use-scenario-actions";

const DetailsDialog = dynamic(() => import("./details-dialog").then((module) => module.DetailsDialog), {
  ssr: false,
});
const CommitDialog = dynamic(() => import("./commit-dialog").then((module) => module.CommitDialog), {
  ssr: false,
});
const WithdrawDialog = dynamic(() => import("./withdraw-dialog").then((module) => module.WithdrawDialog), {
  ssr: false,
});
const ConflictDialog = dynamic(() => import("./conflict-dialog").then((module) => module.ConflictDialog), {
  ssr: false,
});
const VersionsSheet = dynamic(() => import("./versions-sheet").then((module) => module.VersionsSheet), {
  ssr: false,
});

const NO_VERSIONS: readonly ScenarioVersion[] = [];

export interface ScenarioEditorProps {
  /** As the server has it now. */
  scenario: Scenario;
  cards: readonly RateCard[];
  today: string;
  onDeleting: (isDeleting: boolean) => void;
}

/** The draft of one scenario: its drivers, what they come to, and everything that can be done with it. */
export function ScenarioEditor({ scenario, cards, today, onDeleting }: ScenarioEditorProps) {
  const { slug, timeZone } = useWorkspace();
  const mayEdit = useAllows("editScenarios");
  const mayCommit = useAllows("commitForecast");
  const [base, setBase] = useState(scenario);
  const { history, change, changeDrivers, settle, undo, redo, load } = useDraft(draftOf(scenario));
  const [dialog, setDialog] = useState<"details" | "commit" | "withdraw" | "versions" | null>(null);
  const [comparedNumber, setComparedNumber] = useQueryState("compare", parseAsInteger);
  const { data: versionList } = useQuery(scenarioVersionsQuery(slug, scenario.id));
  const versions = versionList?.items ?? NO_VERSIONS;
  const draft = history.present;
  const isDirty = useMemo(() => !isSame(draft, draftOf(base)), [draft, base]);
  const actions = useScenarioActions(slug, base, { onSaved: setBase, onDeleting });
  usePageTitle(base.name);

  // What others saved is taken over while there is nothing to lose here; commitments change without a revision.
  const isNewer = scenario.revision !== base.revision;
  if (scenario !== base && !actions.isSaving && (!isNewer || !isDirty)) {
    setBase(scenario);
    if (isNewer && !isSame(draftOf(scenario), draft)) load(draftOf(scenario));
  }

  const kept = useKeptDraft(slug, scenario.id, { draft, revision: base.revision, isDirty });
  const book = useMemo(() => buildPriceBook(cards), [cards]);

  // The sliders answer at once; figures, chart and explanation follow as soon as the browser has drawn them.
  const shown = useDeferredValue(history);
  const outcome = useMemo(
    () =>
      prepareOutcome(
        shown.present.drivers,
        [base.drivers, ...shown.past.map(({ drivers }) => drivers)],
        book,
      ),
    [shown, base.drivers, book],
  );
  const compared = versions.find(({ number }) => number === comparedNumber) ?? null;
  const reference = useMemo(
    () => (compared ? referenceOfVersion(compared) : referenceOfSaved(base)),
    [compared, base],
  );
  const figures = useMemo(
    () => outcome.projection && prepareFigures(outcome.projection, reference),
    [outcome, reference],
  );
  const firstYear = useMemo(() => {
    if (outcome.drivers.lengthMonths <= 12) return null;
    const projection = projectScenario({ ...outcome.drivers, lengthMonths: 12 }, book);
    return projection.status === "priced"
      ? `first year ${formatUsdEstimate(projection.total.totalNanoUsd)}`
      : null;
  }, [outcome, book]);
  const criteria = useMemo(
    () => describeCriteria(draft.purpose, outcome.drivers, outcome.projection),
    [draft.purpose, outcome],
  );
  const openDetails = useCallback(() => setDialog("details"), []);
  const lineVersion = compared ?? versions.find(({ inForce }) => inForce) ?? null;
  const isReadOnly = !mayEdit;
  const derivations = useMemo(() => explainFigures(outcome, book), [outcome, book]);
  const canSave = outcome.canSave;

  function save() {
    if (!mayEdit || !isDirty || !canSave || actions.isSaving) return;
    void actions.saveDraft(draft).then((saved) => saved && notify({ message: "Saved." }));
  }
  useEditorShortcuts({ onSave: save, onUndo: undo, onRedo: redo });

  function restore(version: ScenarioVersion) {
    changeDrivers(`version ${version.number}`, () => version.drivers);
    setDialog(null);
    notify({ message: `The drivers of version ${version.number} are in the draft.`, onUndo: undo });
  }

  return (
    <>
      <EditorHeader
        scenario={base}
        name={draft.name}
        isDirty={isDirty}
        canUndo={history.past.length > 0}
        canRedo={history.future.length > 0}
        canSave={canSave}
        canCommit={!outcome.isStale && (mayEdit || !isDirty)}
        isSaving={actions.isSaving}
        mayEdit={mayEdit}
        mayCommit={mayCommit}
        versions={versions}
        compared={compared?.number ?? null}
        onCompare={(number) => void setComparedNumber(number)}
        onUndo={undo}
        onRedo={redo}
        onSave={save}
        onCommit={() => setDialog("commit")}
        onRename={openDetails}
        onVersions={() => setDialog("versions")}
        onDuplicate={actions.duplicateSaved}
        onWithdraw={() => setDialog("withdraw")}
        onDelete={actions.deleteScenario}
      />
      <div className="grid gap-3.5">
        {isReadOnly && (
          <EditorNotice icon={Eye}>
            You may look but not change: {mayCommit ? "finance commits forecasts" : "viewers read scenarios"},
            and owners, admins and editors change them.
          </EditorNotice>
        )}
        {kept.left && mayEdit && (
          <EditorNotice
            icon={FilePen}
            actions={
              <>
                <Button size="sm" onClick={kept.forgetLeft}>
                  Discard
                </Button>
                <Button
                  size="sm"
                  variant="primary"
                  onClick={() => {
                    const { draft: left } = kept.left ?? {};
                    if (left) change("restore", () => left);
                    kept.forgetLeft();
                  }}
                >
                  Restore
                </Button>
              </>
            }
          >
            Changes of {formatInstant(kept.left.savedAt, timeZone)} were not saved
            {kept.left.revision === base.revision ? "." : ", and the scenario was saved since."}
          </EditorNotice>
        )}
        {isNewer && isDirty && !actions.isSaving && !actions.conflict && (
          <EditorNotice
            icon={RefreshCw}
            actions={
              <Button
                size="sm"
                onClick={() => {
                  setBase(scenario);
                  change("take theirs", () => draftOf(scenario));
                }}
              >
                Load it
              </Button>
            }
          >
            Somebody saved this scenario in the meantime. Saving will ask what to keep.
          </EditorNotice>
        )}
        <div className="grid gap-3.5 lg:grid-cols-[23.25rem_minmax(0,1fr)]">
          <div className="order-2 min-w-0 lg:order-1">
            <PhoneTotal total={figures?.total ?? null} isStale={outcome.isStale} />
            <DriversCard
              workspace={slug}
              today={today}
              drivers={draft.drivers}
              reference={reference}
              problems={outcome.problems}
              cards={cards}
              book={book}
              isReadOnly={isReadOnly}
              changeDrivers={changeDrivers}
              onSettle={settle}
            />
          </div>
          <div className="contents min-w-0 content-start gap-3.5 lg:order-2 lg:grid">
            <div className="order-1 min-w-0 lg:sticky lg:top-2 lg:z-20 lg:rounded-card lg:bg-background">
              <FiguresStrip
                derivations={derivations}
                figures={figures}
                lengthMonths={outcome.drivers.lengthMonths}
                firstYear={firstYear}
                isStale={outcome.isStale}
              />
            </div>
            <div className="order-1 min-w-0">
              <ProjectionChart
                outcome={outcome}
                version={lineVersion}
                fileName={`${base.workflow.slug}-${base.stage}-projection`}
              />
            </div>
            <div className="order-3 min-w-0">
              <PurposeCard
                stage={base.stage}
                mustProve={draft.purpose.mustProve}
                criteria={criteria}
                onEdit={mayEdit ? openDetails : undefined}
              />
            </div>
            <div className="order-3 min-w-0">
              <ExplainCard outcome={outcome} book={book} />
            </div>
          </div>
        </div>
      </div>
      {dialog === "details" && (
        <DetailsDialog
          draft={draft}
          onApply={(details) => change("details", (before) => ({ ...before, ...details }))}
          onClose={() => setDialog(null)}
        />
      )}
      {dialog === "commit" && outcome.projection && (
        <CommitDialog
          scenario={base}
          draft={draft}
          nextNumber={(versions[0]?.number ?? 0) + 1}
          totalNanoUsd={outcome.projection.total.totalNanoUsd}
          today={today}
          isDirty={isDirty}
          isPending={actions.isCommitting}
          problem={actions.commitProblem}
          onCommit={() => void actions.commitDraft(draft, isDirty).then((done) => done && setDialog(null))}
          onClose={() => setDialog(null)}
        />
      )}
      {dialog === "withdraw" && (
        <WithdrawDialog
          scenario={base}
          isPending={actions.isWithdrawing}
          onWithdraw={() => actions.withdrawForecast(() => setDialog(null))}
          onClose={() => setDialog(null)}
        />
      )}
      {dialog === "versions" && (
        <VersionsSheet
          versions={versionList?.items}
          onCompare={({ number }) => {
            void setComparedNumber(number);
            setDialog(null);
          }}
          onRestore={mayEdit ? restore : undefined}
          onClose={() => setDialog(null)}
        />
      )}
      {actions.conflict && (
        <ConflictDialog
          theirs={actions.conflict}
          isPending={actions.isSaving || actions.isCopying}
          onTakeTheirs={() => {
            const theirs = actions.conflict;
            if (!theirs) return;
            setBase(theirs);
            change("take theirs", () => draftOf(theirs));
            actions.closeConflict();
          }}
          onKeepMine={() => void actions.saveDraft(draft, actions.conflict?.revision)}
          onCopyMine={() => actions.copyDraft(draft)}
          onClose={actions.closeConflict}
        />
      )}
    </>
  );
}
