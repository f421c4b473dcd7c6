using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Data.Sqlite;

namespace BetterTogether.Learning.Benchmarks.Floors;

public sealed class BareModel(SqliteConnection connection) : PageModel
{
    private const int BytesARow = 90;

    public sealed record Row(string Title, string? Place, int Capacity, int Free);

    public List<Row> Rows { get; } = [];
    public string Padding { get; private set; } = "";

    public async Task OnGetAsync(int bytes)
    {
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = ProgrammeFloor.Query;
        command.Parameters.AddWithValue("$now", "2026-01-01 00:00:00");
        command.Parameters.AddWithValue("$me", Guid.Empty.ToString());
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
        {
            Rows.Add(new(reader.GetString(2), await reader.IsDBNullAsync(3) ? null : reader.GetString(3), reader.GetInt32(4), reader.GetInt32(4) - reader.GetInt32(5)));
        }
        Padding = new string('x', Math.Max(0, bytes - Rows.Count * BytesARow));
    }
}
