using BetterTogether.Learning.Domain.Sessions;
using BetterTogether.Learning.Domain.Shared;
using BetterTogether.Learning.Web.Features.Demo.Topics;

namespace BetterTogether.Learning.Web.Features.Demo;

/// <summary>A topic, a time and people become a published session.</summary>
internal sealed class DemoDraft(DemoCalendar calendar)
{
    private static readonly string[] Rooms =
        ["Room 4, Larkfield House", "The Orchard Room, Larkfield House", "Training room 2, Harbour Street", "The Studio, Millbrook Family Centre", "Room 1, Larkfield House"];

    private int links;

    public Session Published(SessionKind kind, Topic topic, IReadOnlyList<Guid> trainers, int room, IReadOnlyList<Period> dates, Visibility visibility = Visibility.Open)
    {
        var opensUtc = calendar.OpensUtc(dates[0].StartsAtUtc);
        var details = About(new SessionDetails(kind, topic.Title, topic.Capacity, dates, visibility), topic, trainers, room);
        return Session.Draft(details, opensUtc).Value.Publish(opensUtc).Value;
    }

    /// <summary>Gives a slot of a series its topic and publishes it.</summary>
    public void Agree(Session slot, Topic topic, IReadOnlyList<Guid> trainers, int room)
    {
        var opensUtc = calendar.OpensUtc(slot.StartsAtUtc);
        // Value throws on a refusal: content the domain does not take is a mistake of ours, not an answer.
        _ = slot.Change(About(slot.Details, topic, trainers, room), opensUtc).Value;
        _ = slot.Publish(opensUtc).Value;
    }

    private SessionDetails About(SessionDetails details, Topic topic, IReadOnlyList<Guid> trainers, int room) => details with
    {
        Title = topic.Title,
        Description = topic.Description,
        Audience = topic.Audience,
        Prerequisites = topic.Prerequisites,
        Tags = topic.Tags,
        Capacity = topic.Capacity,
        Place = topic.Online ? null : Rooms[room % Rooms.Length],
        JoinUrl = topic.Online ? $"https://meet.demo.example/learning-{++links:000}" : null,
        Trainers = trainers,
        OutsideTrainers = topic.OutsideTrainers,
    };
}
