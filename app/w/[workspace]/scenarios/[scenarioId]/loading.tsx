import { EditorSkeleton } from "@/components/scenarios/editor/editor-skeleton";

export default function ScenarioLoading() {
  return <EditorSkeleton />;
}
