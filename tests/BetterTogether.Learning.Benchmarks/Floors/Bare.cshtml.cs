using System.Globalization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Data.Sqlite;

namespace BetterTogether.Learning.Benchmarks.Floors;

public sealed class BareModel(SqliteConnection connection, ProgrammeFloor.Me me) : PageModel
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
        command.Parameters.AddWithValue("$now", TimeProvider.System.GetUtcNow().UtcDateTime.Date.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture));
        command.Parameters.AddWithValue("$me", me.Id);
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
        {
            Rows.Add(new(reader.GetString(4), await reader.IsDBNullAsync(5) ? null : reader.GetString(5), reader.GetInt32(7), reader.GetInt32(7) - reader.GetInt32(8)));
        }
        Padding = new string('x', Math.Max(0, bytes - Rows.Count * BytesARow));
    }
}
