using BetterTogether.Learning.Web.Data;
using BetterTogether.Learning.Web.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace BetterTogether.Learning.Web.Tests.Data;

/// <summary>A database's tables, columns, indexes and constraints, one sorted line each, as the database itself tells them.</summary>
internal static class Schema
{
    private const string Sqlite = """
        SELECT m.name || ' column ' || c.name || ' ' || c.type || ' notnull=' || c."notnull" || ' default=' || coalesce(c.dflt_value, '') || ' key=' || c.pk AS "Value"
          FROM sqlite_master m, pragma_table_info(m.name) c WHERE m.type = 'table' AND m.name NOT LIKE 'sqlite_%' AND m.name NOT LIKE '\_\_EF%' ESCAPE '\'
        UNION ALL SELECT m.name || ' references ' || f."table" || ' ' || f."from" || '->' || f."to" || ' ' || f.on_delete
          FROM sqlite_master m, pragma_foreign_key_list(m.name) f WHERE m.type = 'table'
        UNION ALL SELECT 'index ' || m.sql FROM sqlite_master m WHERE m.type = 'index' AND m.sql IS NOT NULL
        UNION ALL SELECT m.name || ' check ' || substr(m.sql, instr(m.sql, 'CHECK'), instr(substr(m.sql, instr(m.sql, 'CHECK')), char(10)) - 1)
          FROM sqlite_master m WHERE m.type = 'table' AND instr(m.sql, 'CHECK') > 0
        """;

    private const string Postgres = """
        SELECT table_name || ' column ' || column_name || ' ' || data_type || ' ' || coalesce(character_maximum_length::text, '') || ' null=' || is_nullable || ' default=' || coalesce(column_default, '') || ' ' || is_identity AS "Value"
          FROM information_schema.columns WHERE table_schema = 'public' AND table_name NOT LIKE '\_\_EF%'
        UNION ALL SELECT indexdef FROM pg_indexes WHERE schemaname = 'public' AND tablename NOT LIKE '\_\_EF%'
        UNION ALL SELECT conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(oid) FROM pg_constraint
          WHERE connamespace = 'public'::regnamespace AND conrelid::regclass::text NOT LIKE '%\_\_EF%'
        """;

    public static async Task<List<string>> ReadAsync(TestDatabase database)
    {
        await using var db = database.CreateDbContext();
        var lines = await db.Database.SqlQueryRaw<string>(database.Provider == DatabaseProvider.Sqlite ? Sqlite : Postgres).ToListAsync();
        return [.. lines.Select(line => line.TrimEnd(' ', ',', ')')).Order(StringComparer.Ordinal)];
    }
}
