namespace BetterTogether.Learning.Web.Features.Demo.Topics;

/// <summary>Learning Wednesday topics on how we speak and work with each other.</summary>
internal static class CollaborateTopics
{
    public static readonly Topic[] All =
    [
        new("Words that care",
            "Children read their files one day. We swap the words that sting for ones we would say to their face, then rewrite a short paragraph each and read it aloud. Bring a phrase you would like to stop using.",
            "Everyone who writes about people", "Connect, language, recording", 20),
        new("Check-ins people look forward to",
            "One light question changes the temperature of a meeting. We try six of them, talk about passing without having to explain, and plan the first check-in for your own team.",
            "Everyone, team managers especially", "Connect, check-in, teams", 20, Online: true),
        new("Restorative circles: a first taste",
            "Sit in one before you lead one. After a short listening circle we unpick what the talking piece did, what the silence did and when a circle is the wrong choice.",
            "Everyone in the division", "Collaborate, circle, restorative", 16),
        new("Affective statements: saying it without blame",
            "What I saw, how I felt, what I need, what I ask. Four small steps, hard to take in the right order when we are cross. We practise on everyday moments first, and on one difficult one at the end.",
            "Everyone in the division", "Collaborate, affective statements, communication", 18),
        new("With, to, for, not: the social discipline window",
            "High support and high challenge sound simple until a deadline comes. We place our own last week in the four panes, without judging it, and choose one conversation to do differently.",
            "Everyone, supervisors especially", "Collaborate, social discipline window, leadership", 20),
        new("Three questions for a small conflict",
            "What happened, who has been affected, what needs to happen? These three will settle most of what goes wrong in a kitchen, a classroom or an office. We practise standing up, in two minutes, as it would be in real life.",
            "Everyone in the division", "Collaborate, three-step process, restorative", 18),
        new("Feedback from families that we use",
            "Asking is easy; doing something with the answer is the work. We look at short ways to ask after a visit, and at how one team changed its letters because of what it heard.",
            "Everyone who meets families", "Check back, feedback, participation", 18, Online: true),
    ];
}
