using System.Data.Common;
using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;

namespace BetterTogether.Learning.Web.Data;

/// <summary>
/// SQLite parses each text once a connection, not once a command: to parse one of our longer questions takes as long as to answer it.
/// Belongs together with <see cref="OpenConnection"/>, for what is parsed ends with the connection.
/// Threading: that of the connection, which one context has.
/// </summary>
public sealed class StatementCache : DbCommandInterceptor, IDisposable
{
    private readonly ConditionalWeakTable<DbConnection, Dictionary<string, KeptCommand>> kept = [];

    public override InterceptionResult<DbCommand> CommandCreating(CommandCorrelatedEventData eventData, InterceptionResult<DbCommand> result) =>
        eventData.Connection is SqliteConnection connection ? InterceptionResult<DbCommand>.SuppressWithResult(New(connection)) : result;

    /// <summary>Only now does the command know what it is to say: one that has said it before takes over its values.</summary>
    public override DbCommand CommandInitialized(CommandEndEventData eventData, DbCommand result) => result is KeptCommand command ? command.OrOneParsed() : result;

    /// <summary>A command to run this text; where the context's database or options have no cache, one as usual.</summary>
    public static DbCommand Command(LearningDb db, string sql)
    {
        var connection = db.Database.GetDbConnection();
        var cache = db.GetService<IDbContextOptions>().FindExtension<CoreOptionsExtension>()?.Interceptors?.OfType<StatementCache>().FirstOrDefault();
        var command = cache is not null && connection is SqliteConnection sqlite ? cache.New(sqlite) : connection.CreateCommand();
        command.CommandText = sql;
        command.Transaction = db.Database.CurrentTransaction?.GetDbTransaction();
        return command is KeptCommand one ? one.OrOneParsed() : command;
    }

    private KeptCommand New(SqliteConnection connection) => new(kept.GetOrCreateValue(connection)) { Connection = connection };

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
