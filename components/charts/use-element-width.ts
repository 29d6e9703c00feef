import { type RefObject, useEffect, useRef, useState } from "react";
import { flushSync } from "react-dom";

// What a page of paper leaves a chart between its margins, so that labels keep their size in print.
const PAPER_WIDTH = 640;

/** The width of an element as the page is laid out, or as paper will have it; zero until it is known. */
export function useElementWidth<Node extends HTMLElement>(): [RefObject<Node | null>, number] {
  const ref = useRef<Node>(null);
  const [width, setWidth] = useState(0);
  useEffect(() => {
    const element = ref.current;
    if (!element) return;
    const observer = new ResizeObserver(([entry]) => {
      if (entry) setWidth(Math.floor(entry.contentRect.width));
    });
    observer.observe(element);
    // Browsers lay paper out without asking observers, right after these events.
    const toPaper = () => flushSync(() => setWidth(PAPER_WIDTH));
    const toScreen = () => setWidth(Math.floor(element.clientWidth));
    window.addEventListener("beforeprint", toPaper);
    window.addEventListener("afterprint", toScreen);
    return () => {
      observer.disconnect();
      window.removeEventListener("beforeprint", toPaper);
      window.removeEventListener("afterprint", toScreen);
    };
  }, []);
  return [ref, width];
}
