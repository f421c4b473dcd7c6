namespace BetterTogether.Learning.Web.Features.Demo.Topics;

internal static class DirectWorkTopics
{
    public static readonly Topic[] All =
    [
        new("Unpacking the direct work rucksack",
            "A hands-on half day with everything in the rucksack: what it is for, what to say when you open it and how it goes back tidy. You try at least four activities as the child and as the adult. Afterwards you can borrow it through your team.",
            "Practitioners who work with children", "Connect, direct work, rucksack", 14),
        new("Your team's cupboard: direct work without a plan",
            "Ten minutes before a visit, which box do you take? We explore the team resource shelf by shelf and match materials to ages and moods. Bring an activity that worked for you.",
            "Practitioners who work with children", "Connect, direct work, team resource", 12),
        new("Direct work with under-fives",
            "Small children tell us things with sand, bricks and the order of the toy animals. We practise following the play, naming what we see and stopping in time.",
            "Practitioners who work with young children", "Connect, direct work, early years", 12),
        new("Direct work with teenagers who shrug",
            "Walking, driving, cooking, a playlist: talk comes easier side by side. We collect what works when a table and a worksheet do not, and think about honesty and its limits.",
            "Practitioners who work with young people", "Connect, direct work, adolescents", 14),
        new("Direct work with children who communicate without speech",
            "Wishes and feelings can be shown with symbols, objects and time. A speech and language therapist and a practitioner show how to prepare a visit, wait long enough and record what you saw.",
            "Everyone who works with children; no experience needed", "Connect, direct work, disability", 12, OutsideTrainers: "A speech and language therapist of Fenwick Vale Health Trust"),
    ];
}
