import { describe, expect, it } from "vitest";
import { matchScore } from "./match-score";

describe("matchScore", () => {
  it("finds words by their beginnings, in any order and without accents", () => {
    expect(matchScore("America/Sao_Paulo", "sao pau")).toBeGreaterThan(0);
    expect(matchScore("America/Sao_Paulo", "PAULO AMERICA")).toBeGreaterThan(0);
    expect(matchScore("Zürich", "zur")).toBeGreaterThan(0);
    expect(matchScore("Asia/Katmandu", "kathmandu", ["Kathmandu"])).toBe(1);
  });

  it("wants every word, and does not strew letters", () => {
    expect(matchScore("America/North_Dakota/Beulah", "kath")).toBe(0);
    expect(matchScore("Europe/Berlin", "berlin asia")).toBe(0);
  });

  it("puts whole words before beginnings, and beginnings before middles", () => {
    const whole = matchScore("Europe/Rome", "rome");
    const beginning = matchScore("Europe/Rome", "rom");
    const middle = matchScore("Europe/Rome", "ome");
    expect(whole).toBeGreaterThan(beginning);
    expect(beginning).toBeGreaterThan(middle);
    expect(middle).toBeGreaterThan(0);
  });

  it("keeps everything while nothing is typed", () => {
    expect(matchScore("Europe/Rome", "  ")).toBe(1);
  });
});
