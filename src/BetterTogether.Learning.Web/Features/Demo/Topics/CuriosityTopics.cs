namespace BetterTogether.Learning.Web.Features.Demo.Topics;

/// <summary>Learning Wednesday topics on being curious about a child's world.</summary>
internal static class CuriosityTopics
{
    public static readonly Topic[] All =
    [
        new("The neglect toolkit, used together",
            "The toolkit works best on a kitchen table, with the parent holding the pen. We try one page of it in pairs, once as a form and once as a conversation, and notice what changes. Bring a family in mind; nothing about them needs to be shared.",
            "Social workers, early help and family support workers", "Curiosity, neglect, working with families", 12),
        new("Genograms people want to draw",
            "A family map says most when the family draws it. We practise the symbols, the questions that open a story, and how to ask permission before writing down something sensitive. You leave with a genogram of your own and a kit of pens worth having.",
            "Everyone who works with families", "Curiosity, genogram, family", 16),
        new("Cultural genograms: what the map leaves out",
            "Faith, language, migration and belonging seldom fit on a standard genogram. We add them, layer by layer, and talk about whose questions feel welcome. Useful before a first visit as much as after the tenth.",
            "Anyone who has drawn a genogram before", "Curiosity, genogram, identity, culture", 16),
        new("Social GRRRAAACCEEESSS in everyday practice",
            "Burnham's list of the ways people differ is easy to say and harder to use. In small groups we each choose one grace we notice and one we tend to miss, then look at a piece of recording with both in mind. Expect to listen more than you speak.",
            "Everyone in the division", "Curiosity, identity, reflection", 20),
        new("REPAIR: working with domestic abuse",
            "An introduction to the division's own approach: those who harm are held to account, those who were hurt are supported, and children get room to heal. We walk through the assessment tool with an invented family. Please tell the trainers beforehand if this topic is close to home.",
            "Social workers, family support and youth justice", "Curiosity, domestic abuse, REPAIR", 18),
        new("Harm outside the home: reading the places",
            "Some risks live in a park, a phone or a friendship group rather than a front room. We map one neighbourhood together, ask who could make each spot safer, and see how the pathway helps. No special knowledge is needed.",
            "Everyone who works with young people", "Curiosity, harm outside the home, exploitation", 20),
        new("Chronologies that tell a story",
            "A list of dates is not yet an understanding. We turn ten lines of a chronology into a page that a young person could read about themselves, and find the pattern on the way. Half of the session is writing time.",
            "Anyone who keeps a child's record", "Curiosity, chronology, recording", 16, Online: true),
        new("Trauma-informed, in the first five minutes",
            "How we knock, where we sit and what we say first can calm a body or alarm it. This session takes the opening of a visit apart and puts it together again with small, kind choices. There is a quiet space next door for anyone who wants it.",
            "Everyone in the division, front desks included", "Curiosity, trauma, first contact", 20),
    ];
}
