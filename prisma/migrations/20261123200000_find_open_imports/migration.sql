-- Whichever server has time reads the next file, so it must find the ones that wait before it knows their workspace. It
-- sees no other imports, and neither their content nor their calls.
CREATE POLICY open_imports ON call_import FOR SELECT
    USING (status IN ('queued', 'running') AND current_setting('app.open_imports', true) = 'visible');
