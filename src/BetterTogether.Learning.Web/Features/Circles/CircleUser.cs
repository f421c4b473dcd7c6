using System.Security.Claims;
using BetterTogether.Learning.Domain.People;
using BetterTogether.Learning.Web.Hosting;

namespace BetterTogether.Learning.Web.Features.Circles;

public static class CircleUser
{
    /// <summary>Facilitators and the desk plan circles. Planning one opens no running circle to the desk.</summary>
    public static bool MayPlanCircles(this ClaimsPrincipal user) => user.IsDesk() || user.IsInRole(nameof(Roles.Facilitator));
}
