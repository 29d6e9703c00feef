"use client";

import { useEffect, useRef, useState } from "react";

const SAMPLE_EVERY_MS = 1000;
/** Enough to even out batches, few enough to follow a change. */
const SAMPLES = 10;

interface Sample {
  atMs: number;
  count: number;
}

/** How fast a growing count has grown in the last seconds, each second; null until it has been seen to grow. */
export function useRate(count: number): number | null {
  const latest = useRef(count);
  const [samples, setSamples] = useState<readonly Sample[]>([]);
  useEffect(() => {
    latest.current = count;
  }, [count]);
  useEffect(() => {
    const timer = setInterval(() => {
      const sample = { atMs: performance.now(), count: latest.current };
      setSamples((earlier) => [...earlier.slice(1 - SAMPLES), sample]);
    }, SAMPLE_EVERY_MS);
    return () => clearInterval(timer);
  }, []);
  const [first, last] = [samples[0], samples.at(-1)];
  if (!first || !last || last.count <= first.count) return null;
  return ((last.count - first.count) * 1000) / (last.atMs - first.atMs);
}
