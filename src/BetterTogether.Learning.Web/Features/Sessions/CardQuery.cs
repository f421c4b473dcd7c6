using System.Globalization;
using System.Text;
using BetterTogether.Learning.Domain.Bookings;
using BetterTogether.Learning.Domain.Sessions;
using BetterTogether.Learning.Domain.Shared;
using BetterTogether.Learning.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace BetterTogether.Learning.Web.Features.Sessions;

/// <summary>
/// The question for sessions as cards, in SQL that both databases understand: the programme is asked for most of all, and for Entity Framework
/// to put it together anew each time takes longer than for the database to answer it.
/// </summary>
internal sealed class CardQuery
{
    // One row a date. Of a session nobody sees more than their own booking and whether they train it.
    private const string Select = """
        SELECT s."Id", s."Kind", s."Visibility", s."Status", s."Title", s."Place", s."JoinUrl" IS NOT NULL AS "IsOnline", s."Capacity", s."Held", s."Waiting", d."StartsAtUtc", d."EndsAtUtc",
            b."Id" AS "BookingId", b."Status" AS "BookingStatus", b."OfferedUntilUtc",
            CASE WHEN b."Status" = 'Waiting' THEN (SELECT CAST(count(*) AS integer) FROM bookings o WHERE o."SessionId" = s."Id" AND o."Status" = 'Waiting'
                AND (o."Priority" AND NOT b."Priority" OR o."Priority" = b."Priority" AND o."Ticket" < b."Ticket")) ELSE 0 END AS "Ahead",
            EXISTS (SELECT 1 FROM session_trainers t WHERE t."SessionId" = s."Id" AND t."PersonId" = {0}) AS "Trains"
        """;

    private const string Mine = """b."SessionId" = s."Id" AND b."PersonId" = {0} AND b."Status" IN ('Confirmed', 'Waiting', 'Offered')""";

    private readonly Viewer viewer;
    private readonly StringBuilder where = new();
    private readonly List<object> values = [];

    /// <summary>What this viewer may know of at all, as <see cref="Viewer.Sees"/> has it.</summary>
    public CardQuery(Viewer viewer)
    {
        this.viewer = viewer;
        values.Add(viewer.Id ?? Guid.Empty);
        where.Append(viewer.IsDesk ? "WHERE 1 = 1" : $$"""
            WHERE (s."Status" <> 'Draft' AND s."Visibility" = 'Open'
            OR EXISTS (SELECT 1 FROM session_trainers t WHERE t."SessionId" = s."Id" AND t."PersonId" = {0})
            OR s."Status" <> 'Draft' AND EXISTS (SELECT 1 FROM bookings b WHERE {{Mine}}))
            """);
    }

    /// <param name="condition">On the session s. What stands in braces is a value, never text of the question.</param>
    public CardQuery And(FormattableString condition)
    {
        where.Append(" AND (").AppendFormat(CultureInfo.InvariantCulture, condition.Format, [.. condition.GetArguments().Select((_, i) => $"{{{values.Count + i}}}")]).Append(')');
        values.AddRange(condition.GetArguments().Select(value => value!));
        return this;
    }

    public CardQuery Matching(ProgrammeFilter filter, DateTime fromUtc)
    {
        And($"""s."StartsAtUtc" >= {fromUtc}""");
        if (filter.Status is { } status) { And($"""s."Status" = {status.ToString()}"""); }
        else { And($"""s."Status" <> 'Cancelled'"""); }
        if (filter.Led) { And($"""EXISTS (SELECT 1 FROM session_trainers t WHERE t."SessionId" = s."Id" AND t."PersonId" = {viewer.Id ?? Guid.Empty})"""); }
        if (filter.To is { } to) { And($"""s."StartsAtUtc" < {to.AddDays(1).StartOfDayUtc()}"""); }
        if (filter.Kind is { } kind) { And($"""s."Kind" = {kind.ToString()}"""); }
        if (filter.FreeOnly) { And($"""s."Waiting" = 0 AND s."Held" < s."Capacity" """); }
        if (Start(filter.After) is var (start, id)) { And($"""s."StartsAtUtc" > {start} OR s."StartsAtUtc" = {start} AND s."Id" > {id}"""); }
        return Containing(filter.Q);
    }

    /// <returns>By start, and sessions that start together by id.</returns>
    public async Task<List<SessionCard>> ListAsync(LearningDb db, int most, CancellationToken cancel)
    {
        var sql = $"""
            {Select}
            FROM (SELECT * FROM sessions s {where} ORDER BY s."StartsAtUtc", s."Id" LIMIT {most.ToString(CultureInfo.InvariantCulture)}) s
            JOIN session_dates d ON d."SessionId" = s."Id"
            LEFT JOIN bookings b ON {Mine}
            ORDER BY s."StartsAtUtc", s."Id", d."StartsAtUtc"
            """;
        var rows = await db.Database.SqlQueryRaw<Row>(sql, [.. values]).ToListAsync(cancel);
        var cards = new List<SessionCard>();
        for (var i = 0; i < rows.Count;)
        {
            var (first, dates) = (rows[i], new List<Period>());
            for (; i < rows.Count && rows[i].Id == first.Id; i++) { dates.Add(new(Utc(rows[i].StartsAtUtc), Utc(rows[i].EndsAtUtc))); }
            cards.Add(Card(first, dates));
        }
        return cards;
    }

    /// <summary>Where a page ends that ends with this card.</summary>
    public static string Cursor(SessionCard last) => $"{last.First.StartsAtUtc.Ticks:x}.{last.Id:N}";

    private static (DateTime StartsAtUtc, Guid Id)? Start(string? cursor) =>
        cursor?.Split('.') is [var ticks, var id] && long.TryParse(ticks, NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var at) && at is >= 0 and < 3155378975999999999 && Guid.TryParse(id, out var guid)
            ? (new DateTime(at, DateTimeKind.Utc), guid) : null;

    // Words of a private session are nobody's to search but its own people's.
    private CardQuery Containing(string? q)
    {
        if (string.IsNullOrWhiteSpace(q)) { return this; }
        if (viewer.IsDesk) { And($"""s."Visibility" = 'Open' OR EXISTS (SELECT 1 FROM session_trainers t WHERE t."SessionId" = s."Id" AND t."PersonId" = {viewer.Id ?? Guid.Empty})"""); }
        foreach (var word in (q.Length > SessionQueries.MostWords ? q[..SessionQueries.MostWords] : q).Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var like = $"%{word.ToLowerInvariant().Replace("\\", "\\\\", StringComparison.Ordinal).Replace("%", "\\%", StringComparison.Ordinal).Replace("_", "\\_", StringComparison.Ordinal)}%";
            And($"""lower(s."Title") LIKE {like} ESCAPE '\' OR lower(coalesce(s."Description", '')) LIKE {like} ESCAPE '\' OR lower(coalesce(s."Tags", '')) LIKE {like} ESCAPE '\'""");
        }
        return this;
    }

    private SessionCard Card(Row row, List<Period> dates)
    {
        var my = row.BookingId is { } id ? new SessionCard.Mine(id, Enum.Parse<BookingStatus>(row.BookingStatus!), row.Ahead + 1, row.OfferedUntilUtc is { } until ? Utc(until) : null) : null;
        var visibility = Enum.Parse<Visibility>(row.Visibility);
        return new SessionCard(
            row.Id, Enum.Parse<SessionKind>(row.Kind), visibility, Enum.Parse<SessionStatus>(row.Status), row.Title.Length > 0 ? row.Title : "Topic to be agreed", row.Place, row.IsOnline, dates, row.Capacity, row.Held, row.Waiting, my,
            IsMasked: viewer.IsDesk && visibility == Visibility.Private && my is null && !row.Trains).Masked();
    }

    private static DateTime Utc(DateTime stored) => DateTime.SpecifyKind(stored, DateTimeKind.Utc);

    // As the columns are: the model's conversions do not reach a question of our own.
    private sealed record Row(
        Guid Id, string Kind, string Visibility, string Status, string Title, string? Place, bool IsOnline, int Capacity, int Held, int Waiting, DateTime StartsAtUtc, DateTime EndsAtUtc,
        Guid? BookingId, string? BookingStatus, DateTime? OfferedUntilUtc, int Ahead, bool Trains);
}
