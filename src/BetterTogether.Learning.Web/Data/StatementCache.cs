using System.Data.Common;
using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace BetterTogether.Learning.Web.Data;

/// <summary>
/// SQLite parses each text once a connection, not once a command: to parse one of our longer questions takes as long as to answer it.
/// Belongs together with <see cref="OpenConnection"/>, for what is parsed ends with the connection.
/// Threading: that of the connection, which one context has.
/// </summary>
public sealed class StatementCache : DbCommandInterceptor, IDisposable
{
    private readonly ConditionalWeakTable<DbConnection, Dictionary<string, KeptCommand>> kept = [];

    public override InterceptionResult<DbCommand> CommandCreating(CommandCorrelatedEventData eventData, InterceptionResult<DbCommand> result)
    {
        if (eventData.Connection is not SqliteConnection connection) { return result; }
        return InterceptionResult<DbCommand>.SuppressWithResult(new KeptCommand(kept.GetOrCreateValue(connection)) { Connection = connection, Transaction = null });
    }

    /// <summary>Only now does the command know what it is to say: one that has said it before takes over its values.</summary>
    public override DbCommand CommandInitialized(CommandEndEventData eventData, DbCommand result) => result is KeptCommand command ? command.OrOneParsed() : result;

    public void Dispose()
    {
        foreach (var (connection, _) in kept) { connection.Dispose(); }
    }

    /// <summary>Is put by, parsed, when it is disposed of; disposed of while it is put by, it ends.</summary>
    private sealed class KeptCommand(Dictionary<string, KeptCommand> parsed) : SqliteCommand
    {
        // More texts than one connection of ours ever meets, but a batch of saves has as many texts as sizes.
        private const int Most = 300;

        public KeptCommand OrOneParsed()
        {
            if (!parsed.Remove(CommandText, out var known)) { return this; }
            known.Transaction = Transaction;
            known.CommandTimeout = CommandTimeout;
            var values = Parameters.Cast<SqliteParameter>().ToArray();
            Parameters.Clear();
            known.Parameters.AddRange(values);
            base.Dispose(disposing: true);
            return known;
        }

        protected override void Dispose(bool disposing)
        {
            if (disposing && DataReader is null && Connection is not null && parsed.Count < Most && parsed.TryAdd(CommandText, this))
            {
                Parameters.Clear();
                Transaction = null;
                return;
            }
            if (disposing && parsed.TryGetValue(CommandText, out var me) && me == this) { parsed.Remove(CommandText); }
            base.Dispose(disposing);
        }
    }
}
