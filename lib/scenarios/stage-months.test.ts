import { expect, test } from "vitest";
import { lastDayOfStage, stageMonths } from "./stage-months";

test("a stage ends on the day before its start comes round again", () => {
  expect(lastDayOfStage("2027-01-01", 1)).toBe("2027-01-31");
  expect(lastDayOfStage("2027-01-15", 1)).toBe("2027-02-14");
  expect(lastDayOfStage("2026-11-23", 14)).toBe("2028-01-22");
  expect(lastDayOfStage("2027-12-01", 12)).toBe("2028-11-30");
});

test("a start on the 31st comes round on the last day of a shorter month", () => {
  expect(lastDayOfStage("2027-01-31", 1)).toBe("2027-02-27");
  expect(lastDayOfStage("2028-01-31", 1)).toBe("2028-02-28");
  expect(lastDayOfStage("2027-03-31", 1)).toBe("2027-04-29");
});

test("a stage from the first of a month covers whole months of 28 to 31 days", () => {
  expect(stageMonths("2027-01-01", 4)).toEqual([
    { month: "2027-01", firstDay: "2027-01-01", daysInside: 31, daysInMonth: 31 },
    { month: "2027-02", firstDay: "2027-02-01", daysInside: 28, daysInMonth: 28 },
    { month: "2027-03", firstDay: "2027-03-01", daysInside: 31, daysInMonth: 31 },
    { month: "2027-04", firstDay: "2027-04-01", daysInside: 30, daysInMonth: 30 },
  ]);
  expect(stageMonths("2028-02-01", 1)).toEqual([
    { month: "2028-02", firstDay: "2028-02-01", daysInside: 29, daysInMonth: 29 },
  ]);
});

test("a stage that starts within a month touches one month more than its length", () => {
  expect(stageMonths("2027-01-15", 2)).toEqual([
    { month: "2027-01", firstDay: "2027-01-15", daysInside: 17, daysInMonth: 31 },
    { month: "2027-02", firstDay: "2027-02-01", daysInside: 28, daysInMonth: 28 },
    { month: "2027-03", firstDay: "2027-03-01", daysInside: 14, daysInMonth: 31 },
  ]);
});

test("a stage on the last day of a month can lie inside two months only by a day", () => {
  expect(stageMonths("2027-01-31", 1).map((month) => month.daysInside)).toEqual([1, 27]);
});
