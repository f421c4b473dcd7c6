using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace BetterTogether.Learning.Web.Data;

/// <summary>Keeps UTC kinds through SQLite, which forgets them, and refuses any other on the way in.</summary>
public sealed class UtcConverter() : ValueConverter<DateTime, DateTime>(write => Written(write), read => DateTime.SpecifyKind(read, DateTimeKind.Utc))
{
    internal static DateTime Written(DateTime time) => time.Kind == DateTimeKind.Utc
        ? time
        : throw new InvalidOperationException($"Only UTC is stored; this time is {time.Kind}");
}
