namespace BetterTogether.Learning.Web.Features.Reviews;

/// <summary>Settings <c>Reviews__*</c>.</summary>
public sealed class ReviewOptions
{
    /// <summary>Where the council's own form is. Empty: this product is the record. Set: it prepares and follows, and says where to copy the outcome to.</summary>
    public string HubLink { get; set; } = "";

    public string HubName { get; set; } = "the learning hub";

    /// <summary>Whether there is a conversation half-way, from October on.</summary>
    public bool MidYear { get; set; } = true;

    public CounterSigner CounterSigner { get; set; }

    /// <summary>Whether somebody above is asked to read what both have confirmed.</summary>
    public bool AsksAbove => CounterSigner == CounterSigner.ManagersManager;

    public bool HubIsTheRecord => HubLink.Length > 0;
}
