import { type RefObject, useEffect, useRef, useState } from "react";

/** The width of an element as the page is laid out; zero until it is known. */
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
    return () => observer.disconnect();
  }, []);
  return [ref, width];
}
