// The import rules of the house. ARCHITECTURE.md draws them; lib/boundaries.test.ts proves that each one bites.

/** Every folder of lib is pure unless it is called server, client or contracts. */
const PURE = "^lib/(?!server/|client/|contracts/)";
const TEST = "\\.test\\.tsx?$";

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: "pure-stays-pure",
      comment:
        "From a pure folder nothing that does IO or draws may be reachable, directly or through anything.",
      severity: "error",
      from: { path: PURE, pathNot: TEST },
      to: { path: "^(app|components|e2e|prisma|bench)/|^lib/(server|client|contracts)/", reachable: true },
    },
    {
      name: "pure-no-framework",
      comment: "A pure folder imports no framework, database or validation package.",
      severity: "error",
      from: { path: PURE, pathNot: TEST },
      to: {
        path: "node_modules/(react|react-dom|next|next-auth|@prisma|prisma|pg|zod|@tanstack|recharts|nuqs)(/|$)",
      },
    },
    {
      name: "pure-no-node",
      comment: "A pure folder runs in the browser too.",
      severity: "error",
      from: { path: PURE, pathNot: TEST },
      to: { dependencyTypes: ["core"] },
    },
    {
      name: "vocabulary-imports-nothing",
      comment: "Money and time know only themselves.",
      severity: "error",
      from: { path: "^lib/(money|time)/", pathNot: TEST },
      to: { path: "^lib/", pathNot: "^lib/$1/" },
    },
    {
      name: "pure-by-index",
      comment:
        "Another folder enters a pure folder through its index. Money and time are vocabulary and exempt.",
      severity: "error",
      from: { path: "^(lib/[^/]+|app|components|prisma|bench|e2e)/" },
      to: {
        path: "^lib/(?!server/|client/|contracts/|money/|time/)[^/]+/",
        pathNot: ["^lib/[^/]+/index\\.ts$", "^lib/pricing/catalogue/index\\.ts$", "^$1/"],
      },
    },
    {
      name: "catalogue-stays-off-the-first-load",
      comment:
        "Screens price with the cards they were sent. The list prices of every model come as a chunk of their own, where at all.",
      severity: "error",
      from: {
        path: "^(components|app|lib/(?!server/|pricing/catalogue/))",
        pathNot: [TEST, "/testing/", "^app/api/"],
      },
      to: { path: "^lib/pricing/catalogue/index\\.ts$", dynamic: false },
    },
    {
      name: "contracts-add-zod-only",
      severity: "error",
      from: { path: "^lib/contracts/", pathNot: TEST },
      to: {
        path: "^(app|components|e2e|prisma|bench)/|^lib/(server|client)/|node_modules/(?!zod(/|$)|temporal)",
      },
    },
    {
      name: "browser-never-server",
      comment: "What runs in a browser reaches neither the server nor the database, not even by a type.",
      severity: "error",
      from: { path: "^(components|lib/client|lib/contracts)/", pathNot: TEST },
      to: { path: "^lib/server/|node_modules/(@prisma|prisma|pg)(/|$)", reachable: true },
    },
    {
      name: "server-never-up",
      severity: "error",
      from: { path: "^lib/", pathNot: "^lib/server/(commands|testing)/" },
      to: { path: "^(app|components|e2e|prisma|bench)/" },
    },
    {
      name: "server-never-client",
      severity: "error",
      from: { path: "^lib/server/" },
      to: { path: "^lib/client/" },
    },
    {
      name: "areas-do-not-mix",
      comment: "A screen's components import the shared ones, not another screen's.",
      severity: "error",
      from: { path: "^components/([^/]+)/", pathNot: "^components/(ui|charts|layout)/" },
      to: { path: "^components/", pathNot: ["^components/(ui|charts|layout)/", "^components/$1/"] },
    },
    {
      name: "ui-knows-no-product",
      severity: "error",
      from: { path: "^components/ui/", pathNot: TEST },
      to: { path: "^(components/(?!ui/)|lib/(?!money/|time/))" },
    },
    {
      name: "charts-know-no-area",
      severity: "error",
      from: { path: "^components/charts/", pathNot: TEST },
      to: { path: "^components/(?!charts/|ui/)|^lib/(?!money/|time/)" },
    },
    {
      name: "recharts-only-in-charts",
      severity: "error",
      from: { pathNot: "^components/charts/" },
      to: { path: "node_modules/recharts(/|$)" },
    },
    {
      name: "routes-are-thin",
      comment: "A route parses, calls one function and returns.",
      severity: "error",
      from: { path: "^app/api/", pathNot: TEST },
      to: { pathNot: "^lib/(server|contracts)/|node_modules/next" },
    },
    {
      name: "no-cycles",
      severity: "error",
      from: { pathNot: "^lib/server/generated/" },
      to: { circular: true },
    },
    {
      name: "resolvable",
      severity: "error",
      from: { pathNot: "^lib/server/generated/" },
      to: { couldNotResolve: true },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules|^lib/server/generated" },
    exclude: { path: "^(\\.next|\\.data|test-results)/" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "require", "node", "default", "types"],
    },
  },
};
