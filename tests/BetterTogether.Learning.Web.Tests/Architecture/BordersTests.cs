using BetterTogether.Learning.Web.Data;

namespace BetterTogether.Learning.Web.Tests.Architecture;

/// <summary>A feature is entered by one door: from another feature only its XService may be used; everything else of it is its own.</summary>
public sealed class BordersTests
{
    private const string Features = "BetterTogether.Learning.Web.Features.";

    /// <summary>Doors that are no service, each with its reason.</summary>
    private static readonly Dictionary<string, string> Doors = new()
    {
        ["Mail.Mail"] = "what every mail is",
        ["Mail.Outbox"] = "a mail is enqueued in the save that causes it",
        ["Calendars.ICalendarFormat"] = "a contract with two implementations",
    };

    [Fact]
    public void A_feature_uses_anothers_service_only()
    {
        var crossings = from type in typeof(LearningDb).Assembly.GetTypes()
                        let here = Feature(type)
                        where here is not null
                        from used in UsedTypes.Of(type)
                        let there = Feature(used)
                        where there is not null && there != here && there != "Shared" && !IsDoor(used)
                        select $"{type.FullName} uses {used.FullName}";

        Assert.Empty(crossings.Distinct());
    }

    [Fact]
    public void The_walk_sees_what_a_feature_uses() =>
        Assert.Contains(typeof(Domain.Bookings.Booking), UsedTypes.Of(typeof(BetterTogether.Learning.Web.Features.Bookings.BookingMapping)));

    private static string? Feature(Type type) =>
        type.Namespace is { } space && space.StartsWith(Features, StringComparison.Ordinal) ? space[Features.Length..].Split('.')[0] : null;

    // A mail is a record of Features/Mail whoever sends it; what is in a nested type belongs to its parent.
    private static bool IsDoor(Type type) => type.DeclaringType is { } parent ? IsDoor(parent)
        : type.Name.Split('`')[0].EndsWith("Service", StringComparison.Ordinal) || Doors.ContainsKey(type.FullName![Features.Length..]) || type.BaseType?.FullName == Features + "Mail.Mail";
}
