using BetterTogether.Learning.Domain.People;
using BetterTogether.Learning.Domain.Reviews;
using BetterTogether.Learning.Domain.Shared;

namespace BetterTogether.Learning.Web.Features.Reviews;

/// <summary>The reviews somebody gets when a cycle opens: one for the post in the directory, one for each second post.</summary>
internal static class NewReviews
{
    public static IEnumerable<Review> Of(Cycle cycle, Person person, IReadOnlyCollection<Post> posts, DateTime nowUtc)
    {
        var today = nowUtc.ToLondonDate();
        foreach (var postId in posts.Where(p => p.Kind == PostKind.Second && p.IsHeld(today)).Select(p => p.Id).Prepend(person.Id))
        {
            var leadId = PersonAccess.LeadOf(person, postId, posts, today);
            if (Due.WhyNone(person, leadId, today) is null) { yield return new Review(Ids.New(nowUtc), cycle.Id, person.Id, postId, leadId); }
        }
    }
}
