-- AlterTable
ALTER TABLE "call_import" ADD COLUMN     "compression" TEXT,
ADD COLUMN     "recognised_as" TEXT,
ADD COLUMN     "rows_skipped" BIGINT NOT NULL DEFAULT 0,
ADD COLUMN     "calls_from" TIMESTAMPTZ(3),
ADD COLUMN     "calls_to" TIMESTAMPTZ(3),
ADD COLUMN     "rows_undone" BIGINT NOT NULL DEFAULT 0,
ADD COLUMN     "undone_by_id" TEXT,
ADD COLUMN     "undone_at" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "import_mapping" (
    "workspace_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "columns" TEXT[],
    "mapping" JSONB NOT NULL,
    "created_by_id" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "import_mapping_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateIndex
CREATE UNIQUE INDEX "import_mapping_workspace_id_name_key" ON "import_mapping"("workspace_id", "name");

-- AddForeignKey
ALTER TABLE "import_mapping" ADD CONSTRAINT "import_mapping_workspace_id_fkey" FOREIGN KEY ("workspace_id") REFERENCES "workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

SELECT protect_tenant_table('import_mapping');

-- An import that is undone goes on, like one that is read, on whichever server has time.
DROP POLICY open_imports ON call_import;
CREATE POLICY open_imports ON call_import FOR SELECT
    USING (status IN ('queued', 'running', 'undoing') AND current_setting('app.open_imports', true) = 'visible');
