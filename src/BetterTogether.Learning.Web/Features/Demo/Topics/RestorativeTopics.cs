namespace BetterTogether.Learning.Web.Features.Demo.Topics;

/// <summary>Sessions with a restorative facilitator, circles, and courses on several dates.</summary>
internal static class RestorativeTopics
{
    public static readonly Topic Refresher = new("Facilitator refresher: preparing people well",
        "Most of a restorative meeting happens before anyone sits down. We go back over preparation: the first conversation, who else is affected, and when not to go ahead. Half practice, half time to think.",
        "Trained restorative facilitators", "Collaborate, restorative, facilitators", 12, Prerequisites: "You have trained as a restorative facilitator.");

    public static readonly Topic PracticeGroup = new("Facilitators' practice group",
        "Two facilitators bring a meeting they have held or are about to hold; the rest of us listen, wonder and offer. What is said stays in the group, and what we learn may travel.",
        "Trained restorative facilitators", "Collaborate, restorative, supervision", 14, Prerequisites: "You have trained as a restorative facilitator.");

    public static readonly Topic Clinic = new("Bring a stuck conversation",
        "A short online clinic with a facilitator for a conversation that keeps going wrong: with a colleague, a partner agency or a family. Bring the situation and no names. You leave with one sentence to start with.",
        "Everyone in the division", "Collaborate, clinic, restorative", 4, Online: true);

    public static readonly Topic CheckIn = new("Open check-in circle",
        "Half an hour, one question, everyone has an opportunity to answer or to pass. Join from wherever you are, also if you have never sat in a circle before.",
        "Everyone in the division", "Connect, circle, check-in", 14, Online: true);

    public static readonly Topic ProblemSolving = new("Problem-solving circle: group supervision",
        "One person brings a dilemma, the group asks and then offers, and the person chooses what to take away. A good way to see the format before your own team tries it.",
        "Practitioners and supervisors", "Curiosity, circle, supervision", 10);

    public static readonly Topic Wellbeing = new("Wellbeing circle",
        "A small, closed circle for people who have had a hard stretch at work. Nothing is written down.",
        "By invitation of the facilitator", "Connect, circle, wellbeing", 8);

    public static readonly Topic FacilitatorCourse = new("Becoming a restorative facilitator",
        "Three days, a fortnight apart, that take you from the three questions to a full restorative meeting. You prepare, facilitate and take each part in turn, with practice between the days. People who complete it join the practice group.",
        "Practitioners and managers with their manager's agreement", "Collaborate, restorative, course", 16, Prerequisites: "You have sat in a circle at least once.", OutsideTrainers: "Two trainers of the Kestrel Practice Partnership");

    public static readonly Topic SupervisionCourse = new("Restorative supervision",
        "Two mornings for those who supervise others. We work on the contract, on questions that open a case up, and on giving support and challenge in the same sentence.",
        "Team managers, advanced practitioners and aspiring supervisors", "Curiosity, supervision, leadership, course", 14);
}
