using System.Data.Common;
using System.Reflection;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

namespace BetterTogether.Learning.Web.Data.Backups;

/// <summary>Streams one table's rows from SQLite into PostgreSQL, each value through the model's own conversions.</summary>
internal sealed class TableCopy(ITable from, ITable to)
{
    private static readonly MethodInfo Get = typeof(DbDataReader).GetMethod(nameof(DbDataReader.GetFieldValue))!;
    private readonly Column[] columns = [.. from.Columns.Select(c => new Column(c, to.FindColumn(c.Name)!))];

    private string Names => string.Join(", ", columns.Select(c => Quoted(c.Name)));

    /// <returns>How many rows went over.</returns>
    public async Task<long> RunAsync(DbConnection source, NpgsqlConnection target)
    {
        await using var select = source.CreateCommand();
#pragma warning disable CA2100 // names of the model
        select.CommandText = $"SELECT {Names} FROM {Quoted(from.Name)}";
#pragma warning restore CA2100
        await using var rows = await select.ExecuteReaderAsync();
        // One statement a table: PostgreSQL checks references at its end, so people may come before their managers.
        await using var copy = await target.BeginBinaryImportAsync($"COPY {Quoted(to.Name)} ({Names}) FROM STDIN (FORMAT BINARY)");
        var count = 0L;
        for (; await rows.ReadAsync(); count++)
        {
            await copy.StartRowAsync();
            for (var at = 0; at < columns.Length; at++)
            {
                if (rows.IsDBNull(at)) { await copy.WriteNullAsync(); }
                else { await copy.WriteAsync(columns[at].Convert(rows, at), columns[at].Type); }
            }
        }
        await copy.CompleteAsync();
        return count;
    }

    public static string Quoted(string name) => '"' + name.Replace("\"", "\"\"", StringComparison.Ordinal) + '"';

    private sealed class Column(IColumn from, IColumn to)
    {
        private readonly RelationalTypeMapping read = Mapping(from);
        private readonly RelationalTypeMapping write = Mapping(to);
        private readonly MethodInfo get = Get.MakeGenericMethod(Mapping(from).Converter?.ProviderClrType ?? Mapping(from).ClrType);

        public string Name => from.Name;

        public string Type => write.StoreTypeNameBase;

        public object Convert(DbDataReader rows, int at)
        {
            var stored = get.Invoke(rows, [at]);
            var value = read.Converter is { } out_ ? out_.ConvertFromProvider(stored) : stored;
            return (write.Converter is { } in_ ? in_.ConvertToProvider(value) : value)!;
        }

        private static RelationalTypeMapping Mapping(IColumn column) => column.PropertyMappings[0].TypeMapping;
    }
}
