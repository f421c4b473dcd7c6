namespace BetterTogether.Learning.Web.Features.Demo.Topics;

/// <summary>Learning Wednesday topics on family networks, and on plans made with people.</summary>
internal static class CommunityTopics
{
    public static readonly Topic[] All =
    [
        new("Ecomaps: who is on your side?",
            "A child's own picture of the people around them often surprises the adults. We draw ecomaps with wool and card, read thick lines and broken ones, and think about what to do with a map that is nearly empty.",
            "Everyone who works with children", "Community, ecomap, direct work", 16),
        new("Family Group Conference: the family's own plan",
            "What happens in private family time, and why do we leave the room? A coordinator takes you through one conference from the first phone call to the review. Come with your doubts: they make the best questions.",
            "Social workers, early help practitioners and their managers", "Community, Family Group Conference, planning", 20),
        new("Finding the network again",
            "Children in care lose touch with people who would still send a birthday card. We look at how lost connections are traced, how a first message is worded, and how to prepare a child for any answer.",
            "Teams for children looked after and care leavers", "Community, lifelong links, children in care", 16, Online: true),
        new("Words and Pictures: explaining the hard thing",
            "Children make up their own story when nobody tells them what happened. In this workshop you write four short frames that explain one worry truthfully, in words the whole family can agree to. Drawing skills are not required.",
            "Practitioners who hold a child's plan", "Co-produce, Words and Pictures, direct work", 14),
        new("SMART plans in plain English",
            "If a parent cannot say what is expected by Friday, the plan is not finished. We take three tired sentences from plans everyone has met and rewrite them until they are short, kind and clear.",
            "Anyone who writes or chairs plans", "Co-produce, SMART plan, writing", 18),
        new("Safety planning with everyone in the room",
            "Safety is what people do on a Tuesday evening, not what a document says. We practise asking who notices first, who they ring and what the children know. The second half is a rehearsal with an invented family.",
            "Social workers, early help and edge of care", "Co-produce, safety planning", 18),
        new("A conference the parents recognise",
            "How would it feel to hear your own name in this meeting? Chairs and parents with experience of conferences show what helped: an early report, a meeting beforehand, and worries said next to strengths.",
            "Social workers, chairs and partner agencies", "Co-produce, child protection conference, restorative", 20),
    ];
}
