using System.Security.Claims;
using BetterTogether.Learning.Domain.Sessions;
using BetterTogether.Learning.Web.Features.Sessions;
using BetterTogether.Learning.Web.Hosting;

namespace BetterTogether.Learning.Web.Features.Desk;

/// <summary>Who is at the desk's pages, in the terms of those they ask.</summary>
public static class DeskUser
{
    public static Planner Planner(this ClaimsPrincipal user) => new(user.Id(), user.IsDesk());

    /// <summary>Of private sessions the desk sees counts alone; their facilitator plans them.</summary>
    public static bool MayPlan(this ClaimsPrincipal user, Session session) =>
        session.IsTrainedBy(user.Id()) || (user.IsDesk() && session.Visibility == Visibility.Open);
}
