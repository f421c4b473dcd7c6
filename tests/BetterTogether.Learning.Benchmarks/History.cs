using System.Globalization;
using Microsoft.Data.Sqlite;

namespace BetterTogether.Learning.Benchmarks;

/// <summary>Years of use, written straight into a product's database: past sessions of 30, each person with 50 bookings, whatever the number in all.</summary>
public static class History
{
    private const int ASession = 30;
    private const int APerson = 50;

    public static void Write(string database, int bookings)
    {
        using var connection = new SqliteConnection($"Data Source={database}");
        connection.Open();
        using var transaction = connection.BeginTransaction();
        var (people, sessions) = (Math.Max(ASession, bookings / APerson), bookings / ASession);
        Run("WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i + 1 < $count) INSERT INTO people (\"Id\", \"Name\", \"Email\", \"WorkingDays\", \"Roles\", \"Employment\", \"Active\") SELECT printf('00000000-0000-0001-0000-%012X', i), 'Past ' || i, 'past' || i || '@demo.example', 'MondayToFriday', 'None', 'Employee', 1 FROM n", people);
        Run($"WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i + 1 < $count) INSERT INTO sessions (\"Id\", \"Kind\", \"Visibility\", \"Status\", \"Title\", \"Place\", \"StartsAtUtc\", \"EndsAtUtc\", \"Capacity\", \"Held\", \"HeldForAll\", \"Waiting\", \"LastTicket\", \"Version\") SELECT printf('00000000-0000-0002-0000-%012X', i), 'DirectWork', 'Open', 'Published', 'Past ' || i, 'Room', datetime('2024-01-01', '+' || (i % 600) || ' days'), datetime('2024-01-01', '+' || (i % 600) || ' days', '+1 hour'), {ASession}, {ASession}, 0, 0, 0, 1 FROM n", sessions);
        Run("WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i + 1 < $count) INSERT INTO session_dates (\"Id\", \"SessionId\", \"StartsAtUtc\", \"EndsAtUtc\") SELECT printf('00000000-0000-0003-0000-%012X', i), printf('00000000-0000-0002-0000-%012X', i), datetime('2024-01-01', '+' || (i % 600) || ' days'), datetime('2024-01-01', '+' || (i % 600) || ' days', '+1 hour') FROM n", sessions);
        // Person (30 s + k) modulo the people: 30 different ones in each session.
        Run($"WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i + 1 < $count) INSERT INTO bookings (\"Id\", \"SessionId\", \"PersonId\", \"Status\", \"Ticket\", \"Priority\", \"BookedAtUtc\", \"BookedById\", \"OfferedToAll\", \"Offers\") SELECT printf('00000000-0000-0004-0000-%012X', i), printf('00000000-0000-0002-0000-%012X', i / {ASession}), printf('00000000-0000-0001-0000-%012X', i % {people.ToString(CultureInfo.InvariantCulture)}), 'Confirmed', 0, 0, '2023-12-01 00:00:00', printf('00000000-0000-0001-0000-%012X', i % {people.ToString(CultureInfo.InvariantCulture)}), 0, 0 FROM n", sessions * ASession);
        transaction.Commit();

        void Run(string sql, int count)
        {
            using var command = connection.CreateCommand();
            (command.Transaction, command.CommandText) = (transaction, sql);
            command.Parameters.AddWithValue("$count", count);
            command.ExecuteNonQuery();
        }
    }
}
