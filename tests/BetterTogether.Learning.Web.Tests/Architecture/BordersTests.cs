using BetterTogether.Learning.Web.Data;

namespace BetterTogether.Learning.Web.Tests.Architecture;

/// <summary>A feature is entered by one door: from another feature only its XService may be used; everything else of it is its own.</summary>
public sealed class BordersTests
{
    private const string Features = "BetterTogether.Learning.Web.Features.";

    /// <summary>Doors that are no service, each with its reason.</summary>
    private static readonly Dictionary<string, string> Doors = new()
    {
        ["Mail.TypedMail"] = "what every mail is",
        ["Mail.Outbox"] = "a mail is enqueued in the save that causes it",
        ["Mail.Recipient"] = "whom the outbox is told to send to",
        ["Mail.MailOptions"] = "the learning mailbox is the organiser of every invite",
        ["Sessions.SessionQueries"] = "the desk plans from the programme's own reads, so that what is masked there is masked here",
        ["Sessions.Viewer"] = "whose eyes those reads are for",
        ["Bookings.BookingQueries"] = "who is on a session, for the page that manages it",
        ["Bookings.BookingInvariants"] = "the administrator's page runs the check the health page runs",
        ["Bookings.InvariantsWatch"] = "and says when it last ran by itself",
        ["Replies.ReplyOptions"] = "where the learning mailbox is, for the mail library that looks into it",
        ["Calendars.IFeedSource"] = "what a feature puts into a person's calendar feed",
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

        var found = crossings.Distinct().ToList();
        Assert.True(found.Count == 0, string.Join('\n', found));
    }

    [Fact]
    public void The_walk_sees_what_a_feature_uses() =>
        Assert.Contains(typeof(Domain.Bookings.Booking), UsedTypes.Of(typeof(BetterTogether.Learning.Web.Features.Bookings.BookingMapping)));

    /// <summary>What a service or another door takes and gives belongs to it: the records in its public signatures, and what they hold.</summary>
    private static readonly HashSet<Type> Vocabulary = Spoken();

    private static HashSet<Type> Spoken()
    {
        var open = new Queue<Type>(from service in typeof(LearningDb).Assembly.GetTypes()
                                   where Feature(service) is not null && (service.Name.EndsWith("Service", StringComparison.Ordinal) || Doors.ContainsKey(service.FullName![Features.Length..]))
                                   from method in service.GetMethods()
                                   from type in method.GetParameters().Select(p => p.ParameterType).Append(method.ReturnType)
                                   select type);
        var spoken = new HashSet<Type>();
        while (open.TryDequeue(out var type))
        {
            foreach (var argument in type.GetGenericArguments()) { open.Enqueue(argument); }
            if (Feature(type) is null || !spoken.Add(type)) { continue; }
            foreach (var property in type.GetProperties()) { open.Enqueue(property.PropertyType); }
        }
        return spoken;
    }

    private static string? Feature(Type type) =>
        type.Namespace is { } space && space.StartsWith(Features, StringComparison.Ordinal) ? space[Features.Length..].Split('.')[0] : null;

    // A mail is a record of Features/Mail whoever sends it; what is in a nested type belongs to its parent.
    private static bool IsDoor(Type type) => type.DeclaringType is { } parent ? IsDoor(parent)
        : type.Name.Split('`')[0].EndsWith("Service", StringComparison.Ordinal) || Doors.ContainsKey(type.FullName![Features.Length..]) || type.BaseType?.FullName == Features + "Mail.TypedMail" || Vocabulary.Contains(type);
}
