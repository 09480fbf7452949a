namespace TenkTanken.Content;

/// <summary>
/// Buttons, labels and messages of one language, from <c>texts/{language}.yaml</c>: a property is a key in
/// kebab-case. A text with something to fill in names it in braces: <c>{date}</c>.
/// </summary>
public sealed record UiTexts(
    FrameTexts Frame,
    LeaveTexts Leave,
    DateTexts Dates,
    PartTexts Parts,
    ReadingTexts Reading,
    FactTexts Facts,
    EditionTexts Editions,
    ChecklistTexts Checklist,
    ReflectionTexts Reflection,
    SavedTexts Saved,
    ComeBackTexts ComeBack,
    RememberedTexts Remembered,
    PlanTexts Plans,
    ChangeTexts Changes,
    RoundTexts Rounds,
    PracticeTexts Practice,
    PresentationTexts Presentation,
    WorkshopTexts Workshop,
    DutyTexts Duties,
    ConnectionTexts Connection,
    FollowingTexts Following,
    EditingTexts Editing,
    ErrorTexts Errors)
{
    public string LabelOf(PartKind part) => part switch
    {
        PartKind.Say => Parts.Say,
        PartKind.Avoid => Parts.Avoid,
        PartKind.Line => Parts.Line,
        PartKind.Does => Parts.Does,
        PartKind.Seen => Practice.InTheStory,
        PartKind.Why => Parts.Why,
        PartKind.Wonder => Parts.Wonder,
        PartKind.Ordinary => Parts.Ordinary,
        PartKind.Choices => Parts.Choices,
        PartKind.Next => Parts.Next,
        PartKind.Asks => Parts.Asks,
        PartKind.AsksNot => Parts.AsksNot,
        PartKind.Source => Parts.Source,
        PartKind.Aim => Parts.Aim,
        PartKind.Question => Parts.Question,
        PartKind.Care => Parts.Care,
        _ => throw new ArgumentOutOfRangeException(nameof(part), part, "There is no such part."),
    };
}

/// <summary>What stands around every page.</summary>
/// <param name="Failed">Stands in the browser's tab instead of the page's name when what was sent could not be taken.</param>
public sealed record FrameTexts(
    string PageTitle,
    string Failed,
    string SkipToContent,
    string Menu,
    string AllPages,
    string Leave,
    string Languages,
    string Edition,
    string Print);

/// <summary>Leaving in a hurry, where scripts run.</summary>
/// <param name="Hint">Read out after the name of the link.</param>
/// <param name="EmptyTab">What the browser calls a tab that shows nothing.</param>
public sealed record LeaveTexts(
    string Hint,
    string TwoMore,
    string OneMore,
    string Expired,
    string Leaving,
    string EmptyTab);

/// <param name="Month">A month and its year, where the day says nothing.</param>
public sealed record DateTexts(string Day, string Month, IReadOnlyList<string> Months)
{
    public string Say(DateOnly date) => Day.With(
        ("day", $"{date.Day}"),
        ("month", Months[date.Month - 1]),
        ("year", $"{date.Year}"));

    public string SayMonth(DateOnly date) => Month.With(
        ("month", Months[date.Month - 1]),
        ("year", $"{date.Year}"));
}

/// <summary>The labels of the labelled parts of a page.</summary>
public sealed record PartTexts(
    string Why,
    string Ordinary,
    string Next,
    string Say,
    string Avoid,
    string Line,
    string Does,
    string Wonder,
    string Choices,
    string Asks,
    string AsksNot,
    string Source,
    string Aim,
    string Question,
    string Care,
    string ContextOnly);

/// <summary>The way around a page, and on from it.</summary>
/// <param name="GoOn">What the link at the end is for; only read out.</param>
/// <param name="FilterShown">Of how many things how many are left.</param>
public sealed record ReadingTexts(
    string OnThisPage,
    string Filter,
    string FilterShown,
    string FilterNone,
    string OpenAll,
    string CloseAll,
    string ShowLarge,
    string CloseLarge,
    string ToTop,
    string GoOn,
    string Next);

/// <summary>What a page says of the facts on it.</summary>
/// <param name="Overdue">Something on the page was to be checked anew by now.</param>
public sealed record FactTexts(
    string Checked,
    string Sources,
    string Source,
    string CheckedOn,
    string InCopy,
    string InSecondary,
    string FrontPage,
    string NotAtSource,
    string CheckAgain,
    string Overdue,
    string OverdueSince,
    string SeeWhich)
{
    /// <summary>What there is to say of how a fact was checked. Nothing where it was read at the very place in the source.</summary>
    public IReadOnlyList<string> ReservationsOn(Fact fact) =>
    [
        .. fact.CheckedIn switch
        {
            CheckedIn.Copy => [InCopy],
            CheckedIn.Secondary => [InSecondary],
            _ => Array.Empty<string>(),
        },
        .. fact.IsFrontPage ? [FrontPage] : Array.Empty<string>(),
    ];
}

/// <summary>Pages of earlier editions, and what has changed from one to the next.</summary>
/// <param name="Withdrawn">Says of an edition that is withdrawn what <paramref name="Earlier"/> says of one that is not.</param>
/// <param name="OnlyIn">Stands before the names of its languages.</param>
public sealed record EditionTexts(
    string WithdrawnTitle,
    string Withdrawn,
    string EarlierTitle,
    string Earlier,
    string Today,
    string Gone,
    string Pages,
    string Compared,
    string OnlyIn,
    string Same,
    string PageByPage,
    string NewPages,
    string ChangedPages,
    string RemovedPages,
    string IntroChanged,
    string NewParts,
    string ChangedParts,
    string RemovedParts,
    string PageToday,
    string PageThen,
    string SignBySign,
    string NewSigns,
    string ChangedSigns,
    string RemovedSigns,
    string Before,
    string Now,
    string Read,
    string ReadBoth);

public sealed record ChecklistTexts(
    string NotConsidered,
    string Noticed,
    string Unsure,
    string NotNoticed,
    string Reflect,
    string NotUnderstoodTitle,
    string NotUnderstood);

public sealed record ReflectionTexts(
    string Title,
    string Lead,
    string Noticed,
    string Unknown,
    string Unsure,
    string NotConsidered,
    string NothingUnknown,
    string More,
    string Next,
    string Matters,
    string MattersLead,
    string PlansLead,
    string Contacts,
    string WaysOut,
    string WaysOutLead,
    string Save,
    string Change,
    string Leave,
    string NotSavedTitle,
    string NotSavedBusy,
    string NotSavedFull,
    string NotSavedUnconfirmed,
    string NotSavedFailed,
    string NotSavedOff);

public sealed record SavedTexts(
    string Title,
    string Lead,
    string YourCode,
    string Copy,
    string Copied,
    string CopyFailed,
    string Until,
    string OnlyYou,
    string WrittenDown);

public sealed record ComeBackTexts(
    string Code,
    string CodeHint,
    string Open,
    string ToCode,
    string WrongTitle,
    string Wrong,
    string EmptyTitle,
    string Empty,
    string NoCodeTitle,
    string NoCode,
    string NoCodeCount,
    string NoCodeSlip,
    string CannotOpenTitle,
    string CannotOpen,
    string TooManyTitle,
    string TooMany,
    string TooLateTitle,
    string TooLate);

/// <summary>What one sees on coming back, and on forgetting it.</summary>
public sealed record RememberedTexts(
    string Title,
    string Lead,
    string Until,
    string Edition,
    string EditionGone,
    string Noticed,
    string Unsure,
    string NotNoticed,
    string Nothing,
    string Plans,
    string NoPlans,
    string WhatNow,
    string WhatNowLead,
    string Forget,
    string ForgetLead,
    string ForgetNow,
    string ForgottenTitle,
    string Forgotten,
    string NotForgottenTitle,
    string NotForgotten,
    string ToStart);

/// <summary>Marking what became of plans.</summary>
public sealed record PlanTexts(
    string Mark,
    string Title,
    string Lead,
    string WithNewRound,
    string Planned,
    string Done,
    string NotDone,
    string NoLongerRelevant,
    string Save,
    string SavedTitle,
    string Saved);

/// <summary>What is different from one round to the next: named for each sign, never summed.</summary>
public sealed record ChangeTexts(
    string Title,
    string Lead,
    string New,
    string NoLonger,
    string NoLongerNote,
    string NowKnown,
    string NowUnsure,
    string FirstConsidered,
    string FirstAsked,
    string Nothing,
    string OtherQuestions,
    string OtherQuestionsLead);

/// <summary>Rounds, and saving another.</summary>
/// <param name="Reworded">The sign as it was stands behind it.</param>
/// <param name="ExplainedAnew">The sign is the same; what is explained below it is not.</param>
public sealed record RoundTexts(
    string Round,
    string SideBySide,
    string SideBySideLead,
    string Plan,
    string NotPlanned,
    string NeverConsidered,
    string NotInEdition,
    string Added,
    string TakenAway,
    string Reworded,
    string ExplainedAnew,
    string New,
    string NewLead,
    string WaysOutLead,
    string Save,
    string SavedTitle,
    string Saved,
    string FullTitle,
    string Full,
    string FullHere,
    string BeginAnew,
    string TooLate,
    string TooLateWrong,
    string TooLateNoCode,
    string GoneTitle,
    string Gone);

public sealed record PracticeTexts(
    string Choose,
    string Begin,
    string Question,
    string QuestionHint,
    string InTheStory,
    string NotInTheStory,
    string Opened,
    string Whole,
    string NothingTicked,
    string Unknown,
    string Show,
    string Undo,
    string Undone,
    string NextCase,
    string Finish,
    string Tried,
    string Another);

/// <param name="NotAnswered">The choice that nobody has to change.</param>
/// <param name="Answered">Above what an answer brings; it may be read without the choices in sight.</param>
public sealed record DutyTexts(
    string NotAnswered,
    string Answered,
    string RulesLead);

/// <summary>What is said when a page that answers at once has lost its connection.</summary>
public sealed record ConnectionTexts(
    string LostTitle,
    string Lost,
    string Trying,
    string Kept,
    string TakesLong,
    string GoneTitle,
    string Gone,
    string Continue,
    string Found);

/// <summary>A page that brings itself up to date.</summary>
/// <param name="Failed">The server is there, and does not give the page.</param>
/// <param name="Standing">Something was filled in, and is not overwritten.</param>
public sealed record FollowingTexts(string Lost, string Failed, string Standing, string TakeIn);

/// <summary>What only editors see. Those that begin with Mark stand on every page of a draft.</summary>
/// <param name="Read">Stands before the name of a language.</param>
/// <param name="RefusedTitle">A form on a page of a draft was sent.</param>
public sealed record EditingTexts(
    string Title,
    string Lead,
    string ServedTitle,
    string Served,
    string NotServedTitle,
    string NotServed,
    string Editions,
    string Current,
    string Published,
    string Withdrawn,
    string Draft,
    string Read,
    string NotReadable,
    string Blocking,
    string BlockingLead,
    string Advice,
    string AdviceLead,
    string NoProblemsTitle,
    string NoProblems,
    string ToRead,
    string ToReadLead,
    string Mark,
    string MarkLead,
    string MarkForm,
    string MarkMore,
    string MarkBack,
    string RefusedTitle,
    string Refused,
    string RefusedBack);

public sealed record ErrorTexts(
    string NotFoundTitle,
    string NotFound,
    string OtherSiteTitle,
    string OtherSite,
    string TooLargeTitle,
    string TooLarge,
    string BadRequestTitle,
    string BadRequest,
    string NotAllowedTitle,
    string NotAllowed,
    string FailedTitle,
    string Failed,
    string ToStart,
    string UrgentHelp);

public static class FilledIn
{
    /// <summary>Fills in what the text names in braces.</summary>
    public static string With(this string text, params ReadOnlySpan<(string Name, string Value)> values)
    {
        foreach (var (name, value) in values)
        {
            text = text.Replace($"{{{name}}}", value, StringComparison.Ordinal);
        }

        return text;
    }
}

/// <summary>Lessons: choosing one, what a room sees around the slides, and what is the trainer's own.</summary>
/// <param name="Keys">What the keys do: each on a line of its own, the key first.</param>
/// <param name="MayGoDark">The browser cannot be asked to keep the screen on.</param>
/// <param name="PairingWords">Four of them open the steering of a screen. The same thing at the same place in every language.</param>
public sealed record PresentationTexts(
    string Lessons,
    string Minutes,
    string Show,
    string Script,
    string Choose,
    string PartsLegend,
    string PartsAlways,
    string RoomLegend,
    string RoomAuto,
    string RoomLight,
    string RoomDark,
    string Letters,
    string SheetLegend,
    string SheetOne,
    string SheetTwo,
    string SheetFour,
    string Back,
    string Slides,
    string SlideOf,
    string Position,
    string Controls,
    string Previous,
    string Next,
    string Overview,
    string Blank,
    string Blanked,
    string More,
    string FullScreen,
    string Help,
    string HelpTitle,
    string HelpClose,
    IReadOnlyList<string> Keys,
    string LettersOn,
    string MayGoDark,
    string ScriptTitle,
    string ScriptLead,
    string Sees,
    string Says,
    string Total,
    string PartTotal,
    IReadOnlyList<string> PairingWords,
    SteeringTexts Steering);

/// <summary>A room that answers on its phones.</summary>
/// <param name="Nobody">Nobody sees what one answers.</param>
/// <param name="Rest">Answers that are not in what is shown.</param>
public sealed record WorkshopTexts(
    string OpenTitle,
    string OpenText,
    string AddressLabel,
    string AddressHint,
    string Open,
    string Rehearse,
    string LessonLegend,
    string NoLesson,
    string RehearsalTitle,
    string Rehearsal,
    string AddressWrongTitle,
    string AddressWrong,
    string NotOpenedTitle,
    string RoomsFull,
    string NotStored,
    string NotDoneTitle,
    string TrainerTitle,
    string ToWall,
    string Joined,
    string Answered,
    string IsOpen,
    string IsClosed,
    string IsRevealed,
    string IsHidden,
    string Close,
    string OpenAgain,
    string Reveal,
    string Hide,
    string Again,
    string ChooseFirst,
    string ChooseNext,
    string FollowsLesson,
    string ToSlides,
    string AtSlide,
    string Ask,
    string AskForSteps,
    string VotesFull,
    string TakeAlongTitle,
    string TakeAlong,
    string Download,
    string FileCase,
    string FileTime,
    string FileAnswers,
    string FileChoice,
    string FileCount,
    string End,
    string EndAsk,
    string EndYes,
    string Question,
    string TotalsOf,
    string Once,
    string First,
    string Second,
    string TooFew,
    string Rest,
    string WallTitle,
    string JoinHere,
    string ScanLabel,
    string JoinTitle,
    string JoinLead,
    string NotEncrypted,
    string CodeLabel,
    string CodeHint,
    string Join,
    string WrongTitle,
    string Wrong,
    string TooManyTitle,
    string TooMany,
    string RoomFullTitle,
    string RoomFull,
    string PhoneTitle,
    string Wait,
    string NeedNot,
    string Send,
    string Change,
    string Nobody,
    string Sent,
    string MayChange,
    string OnlyLook,
    string OnlyLooks,
    string AnswerAfterAll,
    string SeeWall,
    string WaitMore,
    string ClosedTitle,
    string ClosedText,
    string NoAnswer,
    string OverTitle,
    string Over,
    string ToStart);

/// <summary>Steering the slides on one screen from another.</summary>
/// <param name="NotSent">A press did not get through.</param>
public sealed record SteeringTexts(
    string Steer,
    string HaveWordsTitle,
    string HaveWords,
    string WordsLabel,
    string Join,
    string WrongTitle,
    string Wrong,
    string TooManyTitle,
    string TooMany,
    string WallTitle,
    string WallWhere,
    string WallKeys,
    string NoScripts,
    string Title,
    string BlackNow,
    string Coming,
    string Last,
    string Size,
    string SizeNormal,
    string SizeLarge,
    string SizeLargest,
    string Time,
    string Clock,
    string OfWhole,
    string OfSlide,
    string Start,
    string Stop,
    string Reset,
    string Seen,
    string Go,
    string Open,
    string LetIn,
    string LetInWords,
    string End,
    string EndAsk,
    string EndYes,
    string EndedTitle,
    string Ended,
    string NotSent,
    string LateTitle,
    string Late,
    string UnknownTitle,
    string Unknown,
    string FullTitle,
    string Full,
    string ToLessons);
