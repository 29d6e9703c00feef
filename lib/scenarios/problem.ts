/** Why drivers have no projection: the driver to look at, and a sentence for people. */
export interface ScenarioProblem {
  path: (string | number)[];
  message: string;
}
