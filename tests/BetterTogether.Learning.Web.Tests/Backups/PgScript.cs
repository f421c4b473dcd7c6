using System.Diagnostics;
using System.Globalization;
using BetterTogether.Learning.Web.Tests.Hosting;
using Npgsql;

namespace BetterTogether.Learning.Web.Tests.Backups;

/// <summary>A script of the product's, run as an operator runs it.</summary>
internal static class PgScript
{
    /// <param name="stubs">A folder of programs that stand in for those of the machine.</param>
    public static async Task<Answered> RunAsync(string script, TestDatabase database, IEnumerable<string> args, string? stubs = null)
    {
        var connection = new NpgsqlConnectionStringBuilder(database.ConnectionString);
        var start = new ProcessStartInfo("sh", [Path.Combine(AppContext.BaseDirectory, "Backups", script), .. args]) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["PGHOST"] = connection.Host;
        start.Environment["PGPORT"] = connection.Port.ToString(CultureInfo.InvariantCulture);
        start.Environment["PGUSER"] = connection.Username;
        start.Environment["PGPASSWORD"] = connection.Password;
        start.Environment["PGDATABASE"] = connection.Database;
        if (stubs is not null) { start.Environment["PATH"] = $"{stubs}:{start.Environment["PATH"]}"; }
        using var process = Process.Start(start)!;
        var said = await Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return new(process.ExitCode, string.Concat(said));
    }
}
